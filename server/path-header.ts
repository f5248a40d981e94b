/** The header in which `proxy.ts` tells pages their own path and query, which Next keeps from server components. */
export const PATH_HEADER = 'x-bluepencil-path';
