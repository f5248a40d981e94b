/** An empty route handler: what any write through this server costs at least. Only a build of `bench` has it. */
export function POST(): Response {
  return new Response(null, { status: 204 });
}
