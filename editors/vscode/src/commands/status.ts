import { t } from '../words';
import { type Context, canAsk, roadmap } from './context';

/** How the plan stands today, as a page that follows the text. */
export async function showStatus(context: Context): Promise<void> {
  const uri = await roadmap(context);
  if (uri !== undefined && (await canAsk(context, 'status'))) {
    await context.pages.show(t('Status'), { status: uri.toString() });
  }
}
