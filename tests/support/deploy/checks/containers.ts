import { globSync } from 'node:fs';
import { readCompose } from '../compose.ts';
import { runTool, versionOf, type Check } from '../tool.ts';

const image: Check = {
  title: 'image',
  run: async () => {
    const files = globSync('deploy/Dockerfile*').sort();
    if (files.length === 0) throw new Error('there is no deploy/Dockerfile.prod');
    await runTool('hadolint', ['--failure-threshold', 'style', ...files]);
    return `${files.join(', ')}: no finding by ${await versionOf('hadolint')}`;
  },
};

const compose: Check = {
  title: 'compose',
  run: async () => {
    const file = 'deploy/docker-compose.yml';
    await runTool('check-jsonschema', ['--builtin-schema', 'vendor.compose-spec', file]);
    const { services } = readCompose({ PUBLIC_URL: 'https://architect.example.com' });
    const version = await versionOf('check-jsonschema');
    return `${file}: ${Object.keys(services).length} services fit the Compose specification (${version})`;
  },
};

const proxy: Check = {
  title: 'proxy',
  run: async () => {
    const file = 'deploy/proxy/Caddyfile';
    const { environment = {} } = readCompose({ PUBLIC_URL: 'https://architect.example.com' }).services['proxy']!;
    await runTool('caddy', ['validate', '--config', file, '--adapter', 'caddyfile'], environment);
    return `${file}: valid with the variables of the Compose file (${await versionOf('caddy', 'version')})`;
  },
};

export const containerChecks: readonly Check[] = [image, compose, proxy];
