import { idIn, pageIn, textIn, withQuery, wordIn } from "@/app/desk/_kit/search-params";
import { type BoardParams, boardSorts } from "@/lib/screens/desk/board";
import { boardParts } from "@/lib/screens/desk/board-parts";
import { boardFilters } from "@/lib/screens/desk/board-rows";

type Params = Record<string, string | string[] | undefined>;

export function boardParams(params: Params): BoardParams {
  return {
    filter: wordIn(params, "show", boardFilters),
    search: textIn(params, "q"),
    sort: wordIn(params, "sort", boardSorts),
    page: pageIn(params),
    text: idIn(params, "text") ?? null,
    use: textIn(params, "use") || null,
    part: boardParts.find((part) => part === params.part) ?? null,
    meets: idIn(params, "meets") ?? null,
  };
}

/** What narrows the board, as it stands in an address; what is as usual is left out. */
export function boardQuery({ filter, search, sort, page = 1, text, use, part, meets }: Partial<BoardParams>) {
  return {
    text,
    use,
    part,
    meets,
    show: filter === "all" ? null : filter,
    q: search,
    sort: sort === "name" ? null : sort,
    page: page > 1 ? page : null,
  };
}

export function boardAddress(path: string, params: Partial<BoardParams>): string {
  return withQuery(path, boardQuery(params));
}
