import { isRefusal } from '@/domain/refusal';
import { CallFailed } from './call';

/** One sentence for a person about whatever a call threw: what happened and what to do. */
export function sayFailure(error: unknown): string {
  if (isRefusal(error)) return error.message;
  if (error instanceof CallFailed && error.why === 'network') {
    return 'The desk cannot be reached. Check your connection and try again.';
  }
  const requestId = error instanceof CallFailed ? error.requestId : undefined;
  return `The desk has a problem of its own. Try again in a moment${
    requestId === undefined ? '' : `; if it stays, tell your admin the number ${requestId}`
  }.`;
}
