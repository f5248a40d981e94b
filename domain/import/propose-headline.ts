/** A headline for a text that brings none: its lead's first sentence, cut at a clause. */
import { FINAL_STOP, sentenceEnds } from './sentences';

/** A proposed headline stays below this many characters. */
export const LONGEST_PROPOSAL = 90;

/** A clause that ends earlier says too little for a headline. */
const SHORTEST_PROPOSAL = 30;

/** Where a clause may end: before a mark of punctuation or a word that begins another clause. */
const CLAUSE_END =
  /[,;:،؛](?=\s)|\s+[—–-](?=\s)|—|\s(?=(?:after|although|as|because|before|but|despite|if|since|so|that|unless|until|when|where|which|while|who|whose)\s)/giu;

/** Quotation marks that open and close; a cut inside them would leave half a quote. */
const OPENING = /[“«„「『]/gu;
const CLOSING = /[”»」』]/gu;

/** The proposal for a lead, its dateline already taken off; empty for an empty lead. */
export function proposeHeadline(lead: string): string {
  const [end = lead.length] = sentenceEnds(lead.slice(0, 4 * LONGEST_PROPOSAL));
  const sentence = lead.slice(0, end).trim();
  if (sentence.length < LONGEST_PROPOSAL) return withoutStop(sentence);
  const head = sentence.slice(0, LONGEST_PROPOSAL);
  const ends = [...head.matchAll(CLAUSE_END)].map((match) => match.index);
  const clause = ends.findLast((at) => at >= SHORTEST_PROPOSAL && isBalanced(head.slice(0, at)));
  if (clause !== undefined) return head.slice(0, clause).trim();
  const space = head.search(/\s\S*$/u);
  return head
    .slice(0, space > 0 ? space : LONGEST_PROPOSAL - 1)
    .toWellFormed()
    .replace('\uFFFD', '')
    .trim();
}

/** A headline has no full stop; questions and exclamations keep their mark, and so do abbreviations. */
function withoutStop(sentence: string): string {
  if (!FINAL_STOP.test(sentence) || /(?:\p{L}\.){2}$/u.test(sentence)) return sentence;
  return sentence.replace(/[.。۔]$/u, '');
}

function isBalanced(text: string): boolean {
  const straight = text.match(/"/g)?.length ?? 0;
  return straight % 2 === 0 && text.match(OPENING)?.length === text.match(CLOSING)?.length;
}
