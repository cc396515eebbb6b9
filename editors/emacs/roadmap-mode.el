;;; roadmap-mode.el --- Marketing roadmaps as code  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "28.1"))
;; SPDX-License-Identifier: MIT OR Apache-2.0

;;; Commentary:

;; Colours, indentation and comments for `.roadmap' files; with Eglot, the rest by `roadmapc lsp'.
;; Made by `cargo xtask generate' from crates/schema and xtask/src/generate/emacs.

;;; Code:

(defgroup roadmap nil
  "Marketing roadmaps as code."
  :group 'languages)

(defcustom roadmap-server-command '("roadmapc" "lsp")
  "The language server and its arguments."
  :type '(repeat string))

(defcustom roadmap-locale "auto"
  "The language of messages: \"vi\", \"en\", or \"auto\" for that of the plan."
  :type '(choice (const "auto") (const "vi") (const "en")))

(defconst roadmap-keywords
  '("activity" "actual" "alert" "calendar" "channel" "field" "goal" "kpi" "launch" "material" "metric" "milestone" "month" "objection" "person" "phase" "product" "qualify" "review" "roadmap" "rule" "script" "segment" "source" "task" "team" "touchpoint")
  "Keywords that open a block in one place at least.")

(defconst roadmap-properties
  '("action" "after" "aggregate" "aim" "angle" "answer" "approved" "as_of" "at" "attended" "because" "before" "bottleneck" "budget" "by" "cadence" "capacity" "category" "changes" "checkpoint" "column" "cta" "currency" "curve" "date" "deadline" "decimal" "decision" "default" "direction" "done" "drives" "duration" "email" "every" "feedback" "finding" "fiscal_year" "focus" "for" "from" "holiday" "horizon" "include" "informed" "insight" "intent" "kind" "lagging" "lang" "lead" "leading" "leave" "level" "like" "link" "members" "message" "note" "notify" "on" "outputs_first" "overlap" "owner" "period" "positioning" "priority" "problem" "promotes" "proposal" "quality" "rate" "refresh" "region" "required" "result" "role" "say" "size" "spent" "stage" "start" "status" "support" "supports" "tag" "timezone" "type" "unit" "usp" "value" "weekend" "weight" "when" "where" "why" "workday")
  "Keywords that never open a block.")

(defconst roadmap--head "\\(?:^\uFEFF?\\|[{};]\\)[ \t]*"
  "What stands before the keyword of a statement.")

(defconst roadmap-font-lock-keywords
  `((,(concat roadmap--head (regexp-opt roadmap-keywords "\\(") "\\_>") 1 font-lock-keyword-face)
    (,(concat roadmap--head "\\(" (regexp-opt '("activity" "column" "field" "goal" "launch" "metric" "milestone" "person" "phase" "script")) "\\)[ \t]+\\([[:alpha:]_][[:alnum:]_]*\\)")
     2 font-lock-type-face)
    (,(concat roadmap--head (regexp-opt roadmap-properties "\\(") "\\_>") 1 font-lock-variable-name-face)
    ("\\_<[+-]?[0-9][0-9_]*\\(?:[-.][[:alnum:]]+\\)*%?\\(?:[[:alpha:]]+\\)?" . font-lock-constant-face))
  "What is coloured, besides comments and strings.")

(defvar roadmap-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?_ "w" table)
    (modify-syntax-entry ?. "." table)
    (modify-syntax-entry ?% "." table)
    table)
  "The syntax of characters.")

(defconst roadmap--syntax-propertize
  (syntax-propertize-rules
   ;; Three quotes that end a line open a text, and three that begin one close it.
   ("\\(\"\\)\"\"[ \t]*$" (1 (unless (nth 3 (save-excursion (syntax-ppss (match-beginning 0)))) (string-to-syntax "|"))))
   ("^[ \t]*\"\"\\(\"\\)" (1 (when (eq t (nth 3 (save-excursion (syntax-ppss (match-beginning 0))))) (string-to-syntax "|"))))))

(defun roadmap-indent-line ()
  "Indent a line by the blocks around it; the lines of a text stay."
  (interactive)
  (let* ((state (save-excursion (syntax-ppss (line-beginning-position))))
         (depth (save-excursion
                  (back-to-indentation)
                  (if (eq (char-after) ?}) (1- (car state)) (car state)))))
    (if (nth 3 state)
        'noindent
      (let ((behind (- (point-max) (point))))
        (indent-line-to (* 2 (max 0 depth)))
        (when (> (- (point-max) behind) (point))
          (goto-char (- (point-max) behind)))))))

;;;###autoload
(define-derived-mode roadmap-mode prog-mode "Roadmap"
  "Major mode for marketing roadmaps written as code."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              indent-tabs-mode nil
              indent-line-function #'roadmap-indent-line
              electric-indent-chars (cons ?} electric-indent-chars)
              syntax-propertize-function roadmap--syntax-propertize
              font-lock-defaults '(roadmap-font-lock-keywords)
              imenu-generic-expression
              `((nil ,(concat "^[ \t]*" (regexp-opt roadmap-keywords "\\(") "[ \t]+\\([[:alpha:]_][[:alnum:]_]*\\)") 2))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.roadmap\\'" . roadmap-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               `(roadmap-mode . ,(lambda (&rest _)
                                   (append roadmap-server-command
                                           (list :initializationOptions (list :locale roadmap-locale)))))))

(provide 'roadmap-mode)
;;; roadmap-mode.el ends here
