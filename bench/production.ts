// Before anything that asks while it loads: React in its development form draws a document a third slower.
Object.assign(process.env, { NODE_ENV: "production" });
