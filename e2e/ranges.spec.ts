/**
 * Stored words are the selected words, less the white space that snapping takes off: held in the browser, on text with
 * emoji, combining marks, both directions, links, and marks that overlap.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { expect, test } from '@/e2e/fixtures/test';

const markdown = [
  '# Notes from the ferry 👩‍👩‍👧‍👦',
  'The ferry 🚢 left at *nine*, and [the harbour office](https://harbour.example/log) logged   it twice. 😀😀',
  'Z̷a̧l̈g̃o and n̄oise: ẍ, ŷ̆, é beside é, and a flag 🏳️‍🌈 with **strong words and *both* of them** at the end.',
  'قال رئيس الوزراء إن [الخطة](https://plan.example/ar) ستُعرض على واشنطن بعد ذلك (NATO) في 2025.',
  'הספינה יצאה בשעה 9:00, said the captain, ובחזרה 🛟 at noon.',
  '- one point\n- another point with [a link that is marked](https://point.example/) inside',
  '> Somebody said that the tide 🌊 waits for nobody.',
  '## After the storm',
  'Text after it, with a tab\there and a no-break\u00a0space; the end 🏁.',
].join('\n\n');

/** As many as the story needs; the seed is fixed, so that a failure comes again. */
const RANGES = 1000;
const MADE = 50;
const SEED = 20250302;

test('a thousand ranges of the page are the words that they show', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  await signIn(page, 'editor');
  const article = await newArticle({ markdown });
  await newMark(article, {
    kind: 'quote',
    words: 'The ferry 🚢 left at nine, and the harbour office logged',
  });
  await newMark(article, { kind: 'claim', words: 'the harbour office' });
  await newMark(article, { kind: 'event', words: 'office logged' });
  await newMark(article, { kind: 'claim', words: 'الخطة ستُعرض' });
  await newMark(article, { kind: 'quote', words: 'ستُعرض على واشنطن' });
  await newMark(article, { kind: 'event', words: 'a flag 🏳️‍🌈 with strong words' });
  await page.goto(`/articles/${article.slug}`);
  await expect(page.locator('article.copy mark').first()).toBeVisible();

  const bridge = await page.evaluateHandle<DomRange>(domRangeScript());
  const wrong = await page.evaluate(checkRanges, {
    bridge,
    picks: picks(RANGES),
    text: article.revision.text,
  });
  expect(wrong).toEqual({ checked: RANGES, failures: [] });
});

test('fifty selections made into quotes are stored as they were selected', async ({
  page,
  signIn,
  newArticle,
  api,
}) => {
  test.slow();
  await signIn(page, 'editor');
  const article = await newArticle({ markdown });
  await page.goto(`/articles/${article.slug}`);
  const toolbar = page.getByRole('toolbar', { name: 'Mark the selected words' });
  const selected: string[] = [];
  for (const pick of picks(MADE * 4)) {
    const words = await selectAt(page, pick);
    if (words.trim() === '') continue;
    await expect(toolbar).toBeVisible();
    await page.keyboard.press('q');
    await expect(toolbar).toBeHidden();
    selected.push(words.trim());
    if (selected.length === MADE) break;
  }
  expect(selected).toHaveLength(MADE);

  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  const stored: { id: string; spans: { start: number; end: number; exact: string }[] }[] = body.items;
  // Ids are UUIDv7, so that their order is that of the making.
  const inOrder = stored.toSorted((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ spans }) => spans);
  expect(inOrder.map(({ exact }) => exact)).toEqual(selected);
  expect(inOrder.map(({ start, end }) => article.revision.text.slice(start, end))).toEqual(selected);
});

/** What is tried of `components/desk/dom-range.ts`. */
interface DomRange {
  blockElements(root: ParentNode): HTMLElement[];
  readRange(root: ParentNode, range: AbstractRange): { start: number; end: number } | undefined;
  toDomRange(root: ParentNode, range: { start: number; end: number }): Range | undefined;
}

/** Where a range begins and ends, each as a part of all nodes and a part of the node's length, from 0 to 1. */
type Pick = readonly [node: number, offset: number, otherNode: number, otherOffset: number];

function picks(count: number): Pick[] {
  const part = fc.double({ min: 0, max: 0.999_999, noNaN: true });
  return fc.sample(fc.tuple(part, part, part, part), { numRuns: count, seed: SEED });
}

/** `dom-range.ts` as an expression that a page can run: nothing but types had to be taken out. */
function domRangeScript(): string {
  const source = readFileSync('components/desk/dom-range.ts', 'utf8');
  const names = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const script = stripTypeScriptTypes(source).replaceAll(/^export (?=function)/gm, '');
  return `(() => { ${script}\n return { ${names.join(', ')} }; })()`;
}

/** Runs in the page. Each range is read by the bridge, and by walking the blocks that it shows; both must agree. */
function checkRanges({ bridge, picks, text }: { bridge: DomRange; picks: readonly Pick[]; text: string }): {
  checked: number;
  failures: object[];
} {
  const root = document.querySelector('article');
  if (root === null) throw new Error('there is no article');
  const blocks = bridge.blockElements(root);
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) nodes.push(node);

  const pointAt = (nodePart: number, offsetPart: number): [Node, number] => {
    const node = nodes[Math.floor(nodePart * nodes.length)] ?? root;
    const length = node instanceof Text ? node.length : node.childNodes.length;
    return [node, Math.floor(offsetPart * (length + 1))];
  };
  const rangeOf = (pick: Pick): Range => {
    const [from, to] = [pointAt(pick[0], pick[1]), pointAt(pick[2], pick[3])];
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    if (range.startContainer === from[0] && range.startOffset === from[1]) return range;
    range.setStart(...to);
    range.setEnd(...from);
    return range;
  };
  const wordsShown = (range: Range): string =>
    blocks
      .filter((block) => range.intersectsNode(block))
      .map((block) => {
        const inside = document.createRange();
        inside.selectNodeContents(block);
        if (block.contains(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
        if (block.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
        return inside.toString();
      })
      .join('\n');

  const failures: object[] = [];
  for (const pick of picks) {
    const range = rangeOf(pick);
    const shown = wordsShown(range);
    const read = bridge.readRange(root, range);
    const words = read === undefined ? '' : text.slice(read.start, read.end);
    const back = read === undefined ? undefined : bridge.toDomRange(root, read);
    const again = back === undefined ? read : bridge.readRange(root, back);
    const isSame = words.trim() === shown.trim() && again?.start === read?.start && again?.end === read?.end;
    if (!isSame) failures.push({ pick, shown, words, read, again });
  }
  return { checked: picks.length, failures: failures.slice(0, 5) };
}

/** Selects as a person can: inside text, not through the middle of a character. Gives the words that are then shown. */
function selectAt(page: Page, pick: Pick): Promise<string> {
  return page.evaluate(([node, offset, otherNode, otherOffset]) => {
    const blocks = [...document.querySelectorAll('[data-offset]')];
    const texts = blocks.flatMap((block) => {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const found: Text[] = [];
      for (let each = walker.nextNode(); each instanceof Text; each = walker.nextNode()) found.push(each);
      return found;
    });
    const pointAt = (nodePart: number, offsetPart: number): [Text, number] => {
      const text = texts[Math.floor(nodePart * texts.length)];
      if (text === undefined) throw new Error('the article has no text');
      const whole = [...new Intl.Segmenter('en').segment(text.data)].map(({ index }) => index);
      return [text, [...whole, text.length][Math.floor(offsetPart * (whole.length + 1))] ?? 0];
    };
    const selection = document.getSelection();
    selection?.setBaseAndExtent(...pointAt(node, offset), ...pointAt(otherNode, otherOffset));
    const range = selection?.getRangeAt(0);
    if (range === undefined) throw new Error('nothing was selected');
    return blocks
      .filter((block) => range.intersectsNode(block))
      .map((block) => {
        const inside = document.createRange();
        inside.selectNodeContents(block);
        if (block.contains(range.startContainer)) inside.setStart(range.startContainer, range.startOffset);
        if (block.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
        return inside.toString();
      })
      .join('\n');
  }, pick);
}
