const found = process.versions.node;

if (Number(found.split(".")[0]) < 24) {
  console.error(
    `Candor needs Node 24, found ${found}. Through npm (for example "npm start") it brings its own where it can.`,
  );
  process.exit(1);
}
