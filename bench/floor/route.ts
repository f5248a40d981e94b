/**
 * Route handlers that do nothing of ours: what a write, a stream, and an event told to a stream cost at least through
 * this server. Only a build of `bench` has them.
 */
const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();

/** Answers, and that is all. */
export function POST(): Response {
  return new Response(null, { status: 204 });
}

/** Takes a body and answers with the same bytes. */
export async function PUT(request: Request): Promise<Response> {
  return new Response(await request.text(), {
    status: 201,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}

/** A stream in which nothing happens but what `PATCH` says. */
export function GET(): Response {
  let own: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      own = controller;
      streams.add(controller);
      controller.enqueue(Buffer.from(':\n\n'));
    },
    cancel() {
      streams.delete(own);
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' },
  });
}

/** Tells the body's bytes to every open stream. */
export async function PATCH(request: Request): Promise<Response> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  for (const controller of streams) controller.enqueue(bytes);
  return new Response(null, { status: 204 });
}
