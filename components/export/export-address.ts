/** What is chosen on the export screen, as it stands in the page's address. */
import { z } from 'zod';
import { ExportFormat, exportStatuses } from '@/domain/contract/export';

const shape = z.object({
  format: ExportFormat.catch('html'),
  status: z.enum(exportStatuses).catch('approved'),
});
export type Chosen = z.infer<typeof shape>;

/** The choice of an address; what makes no sense in it counts as absent. */
export function readChosen(query: URLSearchParams): Chosen {
  return shape.parse(Object.fromEntries(query));
}

/** The query with the choice written into it. The inverse of `readChosen`. */
export function writeChosen({ format, status }: Chosen): string {
  return `?${new URLSearchParams({ format, status })}`;
}
