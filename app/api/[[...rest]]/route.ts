import { nothingHere } from '@/server/http/others';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = nothingHere;
