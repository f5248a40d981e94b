/** The events of the desk's stream as the browser reads them. */
import { type StreamEventData, type StreamEventName, streamEvents } from '@/domain/contract/events';

/** An event by its name, its data held against the contract. */
export type StreamEvent = {
  readonly [Name in StreamEventName]: { readonly name: Name; readonly data: StreamEventData<Name> };
}[StreamEventName];

/** Reads an event; undefined for one that this version of the program does not know or cannot read. */
export function readStreamEvent(message: {
  readonly event?: string | undefined;
  readonly data: string;
}): StreamEvent | undefined {
  const name = message.event ?? '';
  if (!isStreamEventName(name)) return undefined;
  const data = streamEvents[name].safeParse(jsonOf(message.data));
  // The name picks the shape that the data was held against.
  return data.success ? ({ name, data: data.data } as StreamEvent) : undefined;
}

function isStreamEventName(name: string): name is StreamEventName {
  return Object.hasOwn(streamEvents, name);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
