/** What the tabs of a browser tell one another about what they keep in it. */
import { z } from 'zod';
import { Annotation } from '@/domain/annotation';

/** Something else is stored in a box now; `answers` are the states of marks that the desk gave meanwhile. */
const BoxChanged = z.object({
  is: z.literal('box'),
  personId: z.string(),
  articleId: z.string(),
  answers: z.array(Annotation),
});
const DraftsChanged = z.object({ is: z.literal('drafts'), personId: z.string() });

export const Message = z.discriminatedUnion('is', [BoxChanged, DraftsChanged]);
export type Message = z.infer<typeof Message>;

export interface Channel {
  readonly tell: (message: Message) => void;
  /** Calls the listener with what other tabs tell. */
  readonly hear: (listener: (message: Message) => void) => void;
}

/** The channel of this browser; where it has none, each tab finds out when it is looked at again. */
export function openChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, hear: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    tell: (message) => channel.postMessage(message),
    hear: (listener) =>
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = Message.safeParse(event.data);
        // What cannot be read comes from another version of the program, which has its own way of telling.
        if (message.success) listener(message.data);
      }),
  };
}

let channel: Channel | undefined;

/** The channel of the pages, opened on first use. */
export function browserChannel(): Channel {
  channel ??= openChannel('bluepencil-outbox');
  return channel;
}
