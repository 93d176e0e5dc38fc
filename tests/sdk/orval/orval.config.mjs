export default {
  architect: {
    input: './openapi.json',
    output: {
      target: './client.ts',
      client: 'fetch',
      headers: true,
      baseUrl: { runtime: 'process.env.ARCHITECT_URL' },
    },
  },
};
