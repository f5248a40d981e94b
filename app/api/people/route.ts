import { createPerson, listPeople } from '@/domain/contract/people';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { create, list } from '@/server/people';

export const GET = handle(listPeople, list);
export const POST = handle(createPerson, create);
export const { PUT, PATCH, DELETE, OPTIONS } = others(GET, POST);
