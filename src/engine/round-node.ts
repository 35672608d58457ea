import { alias, setUniform } from "./column.ts";
import { constant, type Graph, type NumberNode, numberNode, read } from "./graph.ts";
import { type RoundingMode, round, tidy } from "./money.ts";

/** Whole units, path by path, as `round` gives them. */
export function roundNode(graph: Graph, of: NumberNode, mode: RoundingMode = "halfAwayFromZero"): NumberNode {
  if (of.always !== undefined) return constant(graph, round(of.always, mode));
  return numberNode(graph, `round ${mode} ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, round(a.value, mode));
      const x = a.data;
      if (mode === "halfAwayFromZero") graph.loops.round(own, x, n);
      else for (let i = 0; i < n; i++) own[i] = round(x[i]!, mode);
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}

/** The same number with −0 made 0. */
export function withoutMinusZero(graph: Graph, of: NumberNode): NumberNode {
  if (of.always !== undefined) return constant(graph, of.always + 0);
  return numberNode(graph, `plain zero ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, a.value + 0);
      graph.loops.columnNumber.add(own, a.data, 0, n);
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}

/** Plain numbers brought to a billionth, path by path, as `tidy` gives them. */
export function tidyNode(graph: Graph, of: NumberNode): NumberNode {
  if (of.always !== undefined) return constant(graph, tidy(of.always));
  return numberNode(graph, `tidy ${of.id}`, (out, own) => {
    const n = graph.width;
    return () => {
      const a = read(of);
      if (a.count) return alias(out, a);
      if (a.uniform) return setUniform(out, tidy(a.value));
      graph.loops.tidy(own, a.data, n);
      out.uniform = false;
      out.data = own;
      out.count = false;
    };
  });
}
