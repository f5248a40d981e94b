/** @type {import('next').NextConfig} */
const config = {
  // Every page carries a nonce and is rendered per request; nothing is fetched at build or run time.
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `forbidden()` answers a page with 403 instead of 200.
  experimental: { authInterrupts: true },
  // An address with a slash at its end is answered like the one without, not with a redirect that tells it exists.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
  // Types are held by `npm run check`, in one pass over the whole project.
  typescript: { ignoreBuildErrors: true },
  // Every answer carries these; the policy of pages, which needs a nonce, comes from proxy.ts.
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          {
            key: 'Permissions-Policy',
            value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
          },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
          { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        ],
      },
    ]),
};

export default config;
