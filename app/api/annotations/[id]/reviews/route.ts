import { reviewAnnotation } from '@/domain/contract/annotations';
import { review } from '@/server/annotations';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';

export const POST = handle(reviewAnnotation, review);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = others(POST);
