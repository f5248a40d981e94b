/** The demo's own articles: drawn whole, accessible, and no wider than the window, in two themes and at two widths. */
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { demoSlug } from '@/e2e/fixtures/demo-article';
import { expect, test } from '@/e2e/fixtures/test';

const articles = [
  { name: 'under review', words: 'Starmer', marks: 8 },
  { name: 'ready to run', words: 'Night ferry', marks: 6 },
  { name: 'written from right to left', words: 'مكتبة', marks: 3 },
  { name: 'without a mark', words: 'Saint-Élier', marks: 0 },
  { name: 'of five thousand words', words: 'The bridge', marks: 13 },
] as const;

for (const { name, words, marks } of articles) {
  test(`the article ${name} can be read by everybody`, async ({ page, api, signIn }) => {
    await signIn(page, 'reviewer');
    await page.goto(`/articles/${await demoSlug(await api('reviewer'), words)}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words);
    // A mark over several spans or segments counts once; rejected ones are hidden unless asked for.
    const drawn = () =>
      page
        .locator('mark[data-mark]')
        .evaluateAll((all) => new Set(all.map((mark) => mark.getAttribute('data-mark'))).size);
    await expect.poll(drawn).toBe(marks);
    for (const size of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expectAccessible(page);
      }
      const overhang = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overhang, 'wider than the window').toBeLessThanOrEqual(0);
    }
  });
}
