import { setUpPassword } from '@/domain/contract/people';
import { handleOpen } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { setUp } from '@/server/people';

export const POST = handleOpen(setUpPassword, setUp);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = others(POST);
