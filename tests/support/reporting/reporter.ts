import * as Sentry from '@sentry/node';

// A program of a team, with the SDK as anybody installs it. Arguments: the DSN, and what it does.

const [dsn = '', what = ''] = process.argv.slice(2);

Sentry.init({
  dsn,
  release: 'shop@2.4.0',
  environment: 'production',
  serverName: 'web-1',
  initialScope: { tags: { region: 'eu' }, user: { id: '17', email: 'jun@shop.example' } },
});

class CartError extends Error {
  override readonly name = 'CartError';
}

function loadCart(id: number): never {
  try {
    throw new RangeError('no such row');
  } catch (error) {
    throw new CartError(`cannot load cart ${id}`, { cause: error });
  }
}

async function run(): Promise<void> {
  Sentry.addBreadcrumb({ category: 'cart', message: 'opened', level: 'info' });
  if (what === 'message') Sentry.captureMessage('queue is full', 'warning');
  else if (what === 'crash') loadCart(3);
  else if (what === 'healthy') await Sentry.flush(5000);
  else {
    for (let id = 1; id <= Number(what); id += 1) {
      try {
        loadCart(id);
      } catch (error) {
        Sentry.captureException(error);
        await Sentry.flush(5000);
      }
    }
  }
  await Sentry.flush(5000);
}

void run();
