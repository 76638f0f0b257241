/** The hash of each stored question, by its name; the build makes it (build/store-operations.ts). */
declare module 'virtual:stored-operations' {
  const hashes: Readonly<Record<string, string>>;
  export default hashes;
}
