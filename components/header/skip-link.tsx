/** The first thing that Tab reaches: past the header, to the `main` of the page, which has the id `content`. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-sheet focus:px-3 focus:py-2 focus:font-medium focus:shadow-float"
    >
      Skip to the content
    </a>
  );
}
