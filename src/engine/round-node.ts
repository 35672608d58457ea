import { alias, setUniform } from "./column.ts";
import { type Graph, type NumberNode, numberNode, read } from "./graph.ts";
import { type RoundingMode, round, tidy } from "./money.ts";

/** Whole units, path by path, as `round` gives them. */
export function roundNode(graph: Graph, of: NumberNode, mode: RoundingMode = "halfAwayFromZero"): NumberNode {
  return numberNode(graph, `round ${mode} ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, round(a.value, mode));
      const x = a.data;
      for (let i = 0; i < n; i++) {
        const value = x[i]!;
        own[i] = Math.floor(value) === value ? value + 0 : round(value, mode);
      }
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}

/** The same number with −0 made 0. */
export function withoutMinusZero(graph: Graph, of: NumberNode): NumberNode {
  return numberNode(graph, `plain zero ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, a.value + 0);
      const x = a.data;
      for (let i = 0; i < n; i++) own[i] = x[i]! + 0;
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}

/** Plain numbers brought to a billionth, path by path, as `tidy` gives them. */
export function tidyNode(graph: Graph, of: NumberNode): NumberNode {
  return numberNode(graph, `tidy ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, tidy(a.value));
      const x = a.data;
      for (let i = 0; i < n; i++) own[i] = tidy(x[i]!);
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}
