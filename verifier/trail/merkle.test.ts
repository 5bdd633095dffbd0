import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  appendLeaf,
  emptyFrontier,
  frontierOf,
  inclusionProof,
  leafHash,
  merkleRoot,
  verifyInclusion,
} from "./merkle";

const leaves = Array.from({ length: 130 }, (_, index) => leafHash(`leaf ${index}`));

/** RFC 6962 2.1, word for word. */
function rootByDefinition(hashes: readonly string[]): string {
  if (hashes.length === 0) return createHash("sha256").digest("hex");
  if (hashes.length === 1) return `${hashes[0]}`;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const children = [rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split))];
  return createHash("sha256")
    .update(Buffer.from(`01${children.join("")}`, "hex"))
    .digest("hex");
}

describe("leafHash and merkleRoot", () => {
  it("knows the tree of nothing and the leaf of nothing", () => {
    expect(merkleRoot(emptyFrontier())).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(leafHash("")).toBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  });

  it("gives the roots of the reference tree of Certificate Transparency", () => {
    const inputs = ["", "\x00", "\x10", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno"];
    const frontier = emptyFrontier();
    const roots = inputs.map((input) => {
      appendLeaf(frontier, leafHash(input));
      return merkleRoot(frontier);
    });
    expect(roots).toEqual([
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]);
  });

  it("agrees with the definition at every size", () => {
    for (let size = 0; size <= leaves.length; size++) {
      const some = leaves.slice(0, size);
      expect(merkleRoot(frontierOf(some))).toBe(rootByDefinition(some));
    }
  });
});

describe("an inclusion proof", () => {
  const sizes = [1, 2, 3, 4, 5, 7, 8, 13, 33, 64, 65];
  const proofs = sizes.flatMap((size) => {
    const some = leaves.slice(0, size);
    const root = rootByDefinition(some);
    return some.map((leaf, index) => ({ leaf, index, size, root, proof: inclusionProof(some, index) }));
  });

  it("convinces for every leaf of every tree", () => {
    expect(proofs.every(verifyInclusion)).toBe(true);
  });

  it("does not convince for another leaf, place, root or path", () => {
    for (const claim of proofs) {
      const other = leafHash("other");
      expect(verifyInclusion({ ...claim, leaf: other })).toBe(false);
      expect(verifyInclusion({ ...claim, root: other })).toBe(false);
      expect(verifyInclusion({ ...claim, index: claim.size })).toBe(false);
      expect(verifyInclusion({ ...claim, index: -1 })).toBe(false);
      expect(verifyInclusion({ ...claim, proof: [...claim.proof, other] })).toBe(false);
      for (let index = 0; index < claim.size; index++) {
        expect(verifyInclusion({ ...claim, index })).toBe(index === claim.index);
      }
      for (const step of claim.proof.keys()) {
        expect(verifyInclusion({ ...claim, proof: claim.proof.with(step, other) })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: claim.proof.toSpliced(step, 1) })).toBe(false);
      }
    }
  });

  it("answers no to what is not a hash", () => {
    const [claim] = proofs;
    expect(claim && verifyInclusion({ ...claim, leaf: "abc" })).toBe(false);
    expect(claim && verifyInclusion({ ...claim, size: Number.NaN })).toBe(false);
  });
});
