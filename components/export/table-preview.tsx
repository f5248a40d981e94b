import Papa from 'papaparse';

/** The rows of a table. Of one that is not whole the last row may be torn and is left out. */
export function TablePreview({ text, isWhole }: { text: string; isWhole: boolean }) {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
    newline: '\r\n',
  });
  const [headings = [], ...rows] = isWhole ? data : data.slice(0, -1);
  return (
    <table className="w-max min-w-full border-collapse text-left">
      <thead>
        <tr>
          {headings.map((heading) => (
            <th
              key={heading}
              scope="col"
              className="sticky top-0 border-line border-b bg-sheet px-3 py-2 font-semibold text-sm text-soft"
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join('\n')} className="align-top">
            {row.map((cell, place) => (
              <td
                key={headings[place]}
                dir="auto"
                className="max-w-80 whitespace-pre-line border-line border-b px-3 py-2"
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
