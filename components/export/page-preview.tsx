/**
 * The page itself, from its own address, in a frame that may neither run scripts nor leave. Until it has arrived one
 * reads through it that it is on its way.
 */
export function PagePreview({ address, title }: { address: string; title: string }) {
  return (
    <>
      <p className="absolute inset-x-0 top-0 p-6 text-soft">Preparing the preview…</p>
      <iframe src={address} title={title} sandbox="" className="absolute inset-0 size-full" />
    </>
  );
}
