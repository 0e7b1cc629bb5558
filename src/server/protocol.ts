import type { Diagnostic, Location, Position, Range, TextDocumentIdentifier, TextEdit } from 'vscode-languageserver';

/*
 * What the desk's language server speaks beyond the Language Server Protocol. Types and names only, so that any client
 * may import it without the engine.
 */

/** What a client may hand over in `initializationOptions`; everything may be left out. */
export interface InitializationOptions {
  /** False in a workspace that its user does not trust: only data is read, no plugins. */
  trusted?: boolean;
  /** Settings for clients that do not answer `workspace/configuration`. */
  settings?: ClientSettings;
  /** The client answers `copydesk/readFile`: files that only it can read (virtual workspaces, browsers). */
  readFile?: boolean;
  /** The client answers `copydesk/findFiles`. */
  findFiles?: boolean;
  /** The client shows what comes with `copydesk/showPlaces`. */
  showPlaces?: boolean;
  /** The client has the command `copydesk.reopenWithEncoding`: {@link ReopenArguments}. */
  reopens?: boolean;
  /** The client completes and explains `.copydesk.json` by the schema; only what packs bring is offered there. */
  readsSchemas?: boolean;
  /** The client has the command `copydesk.addWord`: the word goes to the setting `words`. */
  addsWords?: boolean;
}

/** UTF-16 units from which on a document is checked in slices, and what is seen of it first. */
export const longDocument = 60_000;

/** The user's settings, section `copydesk`. */
export interface ClientSettings {
  enable?: boolean;
  /** Globs of files that are articles, relative to the workspace folder. */
  files?: readonly string[];
  /** How ranks and titles are written, whatever the configurations say; empty to leave it to them. */
  style?: string;
  /** `auto`, `en-GB`, … whatever the configurations say; empty to leave it to them. */
  language?: string;
  /** Words that the user's own copy is never questioned for. */
  words?: readonly string[];
}

/** Names of the requests and notifications. */
export const Method = {
  /** Request: {@link DocumentParams} → {@link CastResult} or null when the document is not an article. */
  cast: 'copydesk/cast',
  /** Request: {@link CheckWorkspaceParams} → {@link CheckWorkspaceResult}; cancellable, with work-done progress. */
  checkWorkspace: 'copydesk/checkWorkspace',
  /** Request: {@link DocumentParams} → {@link ExplainResult}. */
  explain: 'copydesk/explain',
  /** Request: {@link CleanPasteParams} → {@link CleanPasteResult} or null when nothing is to be cleaned. */
  cleanPaste: 'copydesk/cleanPaste',
  /** Request: {@link FixesParams} → {@link FixesResult}. */
  fixes: 'copydesk/fixes',
  /** Request: {@link PackTestsParams} → {@link PackTestsResult}: the examples inside style packs; cancellable. */
  packTests: 'copydesk/packTests',
  /** Request: {@link FixFilesParams} → {@link FixFilesResult}; cancellable, with work-done progress. */
  fixFiles: 'copydesk/fixFiles',
  /** Request: {@link ChooseEncodingParams} → {@link ChooseEncodingResult}. */
  chooseEncoding: 'copydesk/chooseEncoding',
  /** Request: {@link SwitchStyleParams} → {@link SwitchStyleResult}. */
  switchStyle: 'copydesk/switchStyle',
  /** Notification from the server: {@link StatusParams}, after each check of an open document. */
  status: 'copydesk/status',
  /** Notification to the server, no parameters: the user trusts the workspace from now on. */
  trustGranted: 'copydesk/trustGranted',
  /** Notification to the server: {@link VisibleParams}, for documents of {@link longDocument} and more. */
  visible: 'copydesk/visible',
  /** Notification to the client: {@link ShowPlacesParams}. */
  showPlaces: 'copydesk/showPlaces',
  /** Request to the client: {@link ReadFileParams} → {@link ReadFileResult}. */
  readFile: 'copydesk/readFile',
  /** Request to the client: {@link FindFilesParams} → URIs. */
  findFiles: 'copydesk/findFiles',
} as const;

/** Commands of `workspace/executeCommand`, for clients that cannot send requests of their own. */
export const Command = {
  /** No arguments: checks all articles and publishes what it finds. */
  checkWorkspace: 'copydesk.server.checkWorkspace',
  /** One argument, the URI: shows why the file is or isn't checked. */
  explain: 'copydesk.server.explain',
  /** URI and position in a pack's file, and a rule's id: shows where the rule speaks. */
  showMatches: 'copydesk.server.showMatches',
  /** One argument, a configuration's URI: fetches what it extends, after a question. */
  syncStyles: 'copydesk.server.syncStyles',
} as const;

/** The code action kind of «apply all safe fixes». */
export const fixAllKind = 'source.fixAll.copydesk';

export interface DocumentParams {
  textDocument: TextDocumentIdentifier;
}

/** What is seen of a document, in all editors that show it. Of one that nothing was said of the beginning is. */
export interface VisibleParams extends DocumentParams {
  ranges: readonly Range[];
}

/** The people of an article, in the order of their first mentions. */
export interface CastResult {
  people: readonly CastPerson[];
}

export interface CastPerson {
  /** Best full name. */
  name: string;
  /** Ranks and offices as written, each once. */
  ranks: readonly string[];
  offices: readonly string[];
  /** ISO 3166 alpha-2. */
  country?: string;
  /** From the team's list. */
  native?: string;
  note?: string;
  /** Surnames as written, most frequent first. */
  spellings: readonly { text: string; count: number }[];
  mentions: readonly CastMention[];
  /** Titles that stand for the person: «the minister». Renaming leaves them. */
  references: readonly CastReference[];
  /** What the desk says of this person's mentions. */
  conflicts: readonly { message: string; range: Range }[];
}

export interface CastMention {
  /** Rank, office and name. */
  range: Range;
  /** The name alone. */
  nameRange: Range;
  /** What stands in `range`, as written. */
  text: string;
  inQuote: boolean;
}

export interface CastReference {
  /** The title without its article. */
  range: Range;
  text: string;
  inQuote: boolean;
}

export interface CheckWorkspaceParams {
  /** Folders or files; all workspace folders when left out. */
  uris?: readonly string[];
  workDoneToken?: string | number;
}

/** Diagnostics of files that are not open are also published, until the file is opened. */
export interface CheckWorkspaceResult {
  /** Articles checked. */
  checked: number;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
  /** Safe fixes that wait. */
  fixable: number;
  /** Only files with findings. */
  files: readonly { uri: string; diagnostics: readonly Diagnostic[] }[];
  /** Files that could not be read. */
  failures: readonly { uri: string; message: string }[];
}

/** Why a file is an article or isn't. */
export type ArticleReason =
  | 'disabled'
  | 'configuration'
  | 'configuration-excludes'
  | 'setting'
  | 'setting-excludes'
  | 'language'
  | 'extension'
  | 'look'
  | 'look-excludes'
  | 'never'
  | 'unsupported';

export interface ExplainResult {
  checked: boolean;
  reason: ArticleReason;
  /** The reason in a sentence. */
  message: string;
  /** URIs of the files that made the configuration, nearest first. */
  configuration: readonly string[];
  /** Problems in them. */
  problems: readonly { uri: string; range: Range; message: string }[];
  style: string;
  language: string;
}

export interface CleanPasteParams {
  text: string;
  /** The document that it is pasted into. */
  textDocument?: TextDocumentIdentifier;
}

export interface CleanPasteResult {
  text: string;
  /** How many places were repaired. */
  repairs: number;
}

/** Asks for safe fixes as edits. */
export interface FixesParams {
  textDocument: TextDocumentIdentifier;
  /** Only fixes that touch the range. */
  range?: Range;
  /** Only fixes of one category, e.g. `encoding`. */
  category?: string;
}

export interface FixesResult {
  /** Version of the open document that the edits fit; null when it isn't open. */
  version: number | null;
  edits: readonly TextEdit[];
}

/** Asks for safe fixes in all articles of folders. */
export interface FixFilesParams {
  /** Folders or files; all workspace folders when left out. */
  uris?: readonly string[];
  /** Only fixes of one category, e.g. `encoding`. */
  category?: string;
  workDoneToken?: string | number;
}

export interface FixFilesResult {
  /** Articles read. */
  checked: number;
  /** Only files with fixes; `version` as in {@link FixesResult}. */
  files: readonly (FixesResult & { uri: string })[];
  failures: readonly { uri: string; message: string }[];
}

/** One file's bytes, read in several ways: which reading is the right one? */
export interface ChooseEncodingParams {
  textDocument: TextDocumentIdentifier;
  /** `id` is the encoding's name in the editor; of equals the first is chosen. */
  readings: readonly { id: string; text: string }[];
}

export interface ChooseEncodingResult {
  /** Undefined when none is better than the others. */
  id?: string;
}

/** The arguments of the client's command `copydesk.reopenWithEncoding`: the document, and the encoding where it is known. */
export type ReopenArguments = readonly [uri: string, encoding?: string];

/** The encoding that a whole article should be read with again. */
export interface WrongEncoding {
  /** Its name in VS Code's `files.encoding`; undefined when only the file's bytes can tell. */
  id?: string;
  /** In words. */
  name?: string;
}

export interface SwitchStyleParams {
  textDocument: TextDocumentIdentifier;
  /** A rank style: `ap`, `guardian`, … */
  style: string;
}

export interface SwitchStyleResult {
  /** The nearest configuration's file and its edits; undefined when no configuration is there. */
  edit?: { uri: string; version: number | null; edits: readonly TextEdit[] };
}

export interface StatusParams {
  uri: string;
  version: number;
  checked: boolean;
  reason: ArticleReason;
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
  fixable: number;
  /** How ranks and titles are written here. */
  style: string;
  /** The language or variant that the article is held to. */
  language: string;
  /** The whole article was read with another encoding than it was written with. */
  encoding?: WrongEncoding;
  /** Duration of the check in milliseconds. */
  duration: number;
}

/** Asks for the examples of the style packs that the workspace's configurations name, and of folders with a `pack.yaml`. */
export interface PackTestsParams {
  /** Packs or rules (`House`, `House.utilise`); all when left out. */
  only?: readonly string[];
  /** False lists the examples without running them. */
  run?: boolean;
}

export interface PackTestsResult {
  packs: readonly TestedPack[];
}

export interface TestedPack {
  name: string;
  title: string;
  /** The pack's folder, or its file when it is one. */
  uri: string;
  rules: readonly TestedRule[];
}

export interface TestedRule {
  /** `Pack.Rule` */
  id: string;
  /** The file that holds the rule. */
  uri: string;
  /** Where the rule begins. */
  range: Range;
  /** Empty when the rule has none. */
  examples: readonly TestedExample[];
}

export interface TestedExample {
  /** What must be hit, and its first fix give `good`; `good` must be silent. */
  bad?: string;
  good?: string;
  /** In the rule's file. */
  range: Range;
  state: 'passed' | 'failed' | 'listed';
  /** What does not hold; only when it failed. */
  message?: string;
  /** What the first fix gave, where that is not `good`. */
  fixed?: string;
}

/** Places to be shown beside each other, as references are. */
export interface ShowPlacesParams {
  uri: string;
  position: Position;
  places: readonly Location[];
}

export interface ReadFileParams {
  uri: string;
}

export interface ReadFileResult {
  /** Null when there is no such file. */
  text: string | null;
}

export interface FindFilesParams {
  /** A folder's URI. */
  folder: string;
  /** With the dot. */
  extensions: readonly string[];
}

/** What goes along with a diagnostic in its `data`. */
export interface DiagnosticData {
  category: string;
  /** Replacements of the range, best first. */
  expected: readonly string[];
  safe: boolean;
  note: string;
  group: string;
  /** Of a configuration's problem, what else mends it: it is taken out, or what it names is fetched. */
  fix?: 'remove' | 'fetch';
}

/** The first message to the server's worker in a browser, before the protocol begins: the package's own files. */
export interface WorkerPackage {
  /** Compiled assets by name. */
  assets: Readonly<Record<string, Uint8Array>>;
  /** The text of the translation bundle of the user's language. */
  translations?: string;
}
