import { changeAnnotation, deleteAnnotation, readAnnotation } from '@/domain/contract/annotations';
import { change, read, remove } from '@/server/annotations';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const GET = handle(readAnnotation, read);
export const PATCH = handle(changeAnnotation, change);
export const DELETE = handle(deleteAnnotation, remove);
export const { POST, PUT, OPTIONS } = others(GET, PATCH, DELETE);
