import { changePerson } from '@/domain/contract/people';
import { handle } from '@/server/http/handle';
import { others } from '@/server/http/others';
import { change } from '@/server/people';

export const PATCH = handle(changePerson, change);
export const { GET, POST, PUT, DELETE, OPTIONS } = others(PATCH);
