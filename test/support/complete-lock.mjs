// The lock file must name the optional builds of every platform, or `npm ci` refuses it. Run after each change of dependencies.
import fs from 'node:fs';

const PLATFORM = /(android|darwin|freebsd|linux|win32|openharmony)[-.]?(arm64|x64|ia32|arm|ppc64|riscv64|s390x|loong64)?/;
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
for (const [path, p] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(p.optionalDependencies ?? {})) {
    const top = `node_modules/${name}`;
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[top]) continue;
    const m = PLATFORM.exec(name);
    if (!m || !/^\d/.test(range)) continue;
    lock.packages[top] = { version: range, ...(p.dev && { dev: true }), optional: true, os: [m[1]], ...(m[2] && { cpu: [m[2]] }) };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
fs.writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
