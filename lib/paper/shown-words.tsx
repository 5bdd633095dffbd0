import { Text } from "@react-pdf/renderer";
import type { Nodes } from "mdast";
import type { ReactNode } from "react";
import { addressBeside } from "@/lib/markdown/markdown";
import { drawn } from "./words";

/** The words of a paragraph, a heading or a cell, as they are marked. */
export function shownUpTo(longest: number) {
  return function shown(node: Nodes, index: number): ReactNode {
    const key = position(node, index);
    switch (node.type) {
      case "text":
        return <Text key={key}>{drawn(node.value, "serif", longest)}</Text>;
      case "break":
        return "\n";
      case "strong":
      case "emphasis":
        return (
          <Text key={key} style={node.type === "strong" ? { fontWeight: 600 } : { fontStyle: "italic" }}>
            {node.children.map(shown)}
          </Text>
        );
      case "link":
        return (
          <Text key={key}>
            {node.children.map(shown)}
            {drawn(addressBeside(node), "serif", longest)}
          </Text>
        );
      default:
        return null;
    }
  };
}

export function position(node: Nodes, index: number) {
  return node.position?.start.offset ?? index;
}
