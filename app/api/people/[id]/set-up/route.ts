import { invitePerson } from '@/domain/contract/people';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { invite } from '@/server/people';

export const POST = handle(invitePerson, invite);
export const { GET, PUT, PATCH, DELETE, OPTIONS } = others(POST);
