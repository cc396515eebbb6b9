import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandlerResult,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { initializationOptions, LANGUAGE } from './config';
import { followOthers } from './findings';
import { locate, serves } from './program';
import { type Asked, CHANGED, type Changed, offered, REQUESTS, type RequestName } from './protocol';
import { Restarts } from './restarts';
import { type Trouble, tell } from './trouble';

/** The connection to the server: starts it, starts it again, and asks it what only our server knows. */
export class Client implements vscode.Disposable {
  readonly output = vscode.window.createOutputChannel('Roadmap', { log: true });
  readonly #context: vscode.ExtensionContext;
  readonly #changed = new vscode.EventEmitter<Changed | undefined>();
  readonly #states = new vscode.EventEmitter<void>();
  readonly #following = followOthers(() => (this.running ? this.#client : undefined));
  #restarts = new Restarts();
  #client: LanguageClient | undefined;
  #trouble: Trouble | undefined;
  /** Starts and stops, one behind the other. */
  #queue: Promise<void> = Promise.resolve();

  /** Something that the server knows is not as before; `undefined` where all of it may be. */
  readonly onDidChange = this.#changed.event;
  /** The server started, ended or could not be started. */
  readonly onDidChangeState = this.#states.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  get running(): boolean {
    return this.#client?.state === State.Running;
  }

  /** Why there is no server, where there is none. */
  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Whether the server answers `name`; one that is older than the extension may not. */
  offers(name: RequestName): boolean {
    return this.running && offered(this.#client?.initializeResult?.capabilities.experimental).has(name);
  }

  /**
   * Asks the server. `null` is its answer for a file of no project; `undefined` means that there is no answer: it is not
   * there, does not know the question, or the text changed meanwhile, and `onDidChange` will follow.
   */
  async ask<N extends RequestName>(name: N, params: Asked[N][0]): Promise<Asked[N][1] | null | undefined> {
    if (!this.offers(name)) {
      return undefined;
    }
    try {
      return await this.#client?.sendRequest<Asked[N][1] | null>(REQUESTS[name], params);
    } catch (error) {
      this.output.debug(`${REQUESTS[name]}: ${String(error)}`);
      return undefined;
    }
  }

  /** Starts the server, another one where one runs. */
  restart(): Promise<void> {
    this.#restarts = new Restarts();
    this.#queue = this.#queue.then(async () => {
      await this.#stop();
      await this.#start();
      this.#states.fire();
      this.#changed.fire(undefined);
    });
    return this.#queue;
  }

  async stop(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#stop());
    await this.#queue;
  }

  dispose(): void {
    this.#following.dispose();
    this.#changed.dispose();
    this.#states.dispose();
    this.output.dispose();
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.output.warn(`The server did not stop in order: ${String(error)}`);
    }
  }

  async #start(): Promise<void> {
    const found = locate(this.#context);
    if (found.command === undefined) {
      this.#fail(found.by === 'setting' ? { kind: 'setting', path: found.tried } : { kind: 'missing' });
      return;
    }
    this.output.info(`Starting ${found.command} (${found.by})`);
    const server = { command: found.command, args: ['lsp'] };
    const client = new QuietClient(LANGUAGE, 'Roadmap', server, this.#options());
    client.registerFeature(KNOWS_US);
    client.onDidChangeState(() => this.#states.fire());
    client.onNotification(CHANGED, (changed: Changed) => this.#changed.fire(changed));
    this.#client = client;
    try {
      await client.start();
      this.#trouble = undefined;
    } catch (error) {
      this.output.error(`${found.command} lsp: ${String(error)}`);
      const kind = (await serves(found.command)) ? 'failed' : 'no-server';
      this.#fail({ kind, path: found.command });
    }
  }

  #fail(trouble: Trouble): void {
    this.#trouble = trouble;
    void tell(trouble, this.output);
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: [
        { scheme: 'file', language: LANGUAGE },
        { scheme: 'untitled', language: LANGUAGE },
      ],
      initializationOptions,
      synchronize: { configurationSection: LANGUAGE },
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: (): ErrorHandlerResult => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.#closed(),
      },
    };
  }

  #closed(): CloseHandlerResult {
    const started = this.#client?.initializeResult !== undefined;
    if (started && this.#restarts.again(Date.now())) {
      return { action: CloseAction.Restart, handled: true };
    }
    if (started) {
      this.#fail({ kind: 'keeps-ending' });
    }
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}

/** Writes its trouble to the output only: what a person has to know is said by {@link tell}. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** Tells the server that what it says beyond the Language Server Protocol is understood here. */
const KNOWS_US: StaticFeature = {
  fillClientCapabilities: (capabilities) => {
    capabilities.experimental = { ...capabilities.experimental, roadmap: true };
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};
