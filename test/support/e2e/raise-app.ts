import { withApp, type AppUnderSpec, type AppWish } from './with-app.ts';

/** An app for all tests of a file. Close it in `after`. */
export interface RaisedApp {
  readonly app: AppUnderSpec;
  readonly close: () => Promise<void>;
}

/** Starts one, for tests that leave it as they found it. */
export async function raiseApp(wish: AppWish = {}): Promise<RaisedApp> {
  const over = Promise.withResolvers<undefined>();
  const up = Promise.withResolvers<AppUnderSpec>();
  const played = withApp('shared app', wish, (app) => {
    up.resolve(app);
    return over.promise;
  });
  played.catch(up.reject);
  const app = await up.promise;
  return {
    app,
    close: async () => {
      over.resolve(undefined);
      await played;
    },
  };
}
