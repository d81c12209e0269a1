--TEST--
docs/troubleshooting.md: what it quotes as ours is in the source, and what the log warns of is on the page
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../src/net/loop/log.c')) {
    die('skip the source is not here');
}
?>
--FILE--
<?php
const ROOT = __DIR__ . '/../..';

/** The texts of a source, each in one piece: "…" stands for a part that varies. */
function texts(string $code): array
{
    $code = preg_replace(['~^#(?:include|undef).*$~m', '~/\*.*?\*/~s'], '', $code);
    preg_match_all('/"(?:[^"\\\\]|\\\\.)*"(?:\s*(?:[A-Z][A-Z_0-9a-z]*\s*)?"(?:[^"\\\\]|\\\\.)*")*/', $code, $found);
    return array_map(function (string $literal) {
        $text = preg_replace(['/"\s*"/', '/"\s*[A-Z]\w*\s*"/'], ['', '%d'], $literal);
        $text = stripcslashes(substr($text, 1, -1));
        return preg_replace('/%(?:[-+ #0]*)(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|z|j)?[a-zA-Z]/', '…', $text);
    }, $found[0]);
}

/** What the page quotes: parts that vary are "…". */
function pattern(string $quote): string
{
    return '/' . str_replace('…', '.*', preg_quote($quote, '/')) . '/s';
}

$all = $warned = [];
foreach (['src/*/*.[ch]', 'src/*/*/*.[ch]', 'seatpush.c'] as $glob) {
    foreach (glob(ROOT . "/$glob") as $file) {
        $code = file_get_contents($file);
        array_push($all, ...texts($code));
        foreach (array_slice(preg_split('/sp_log\(\s*SP_LOG_(?:NOTICE|WARNING|ERROR),/', $code), 1) as $call) {
            $warned[] = texts(substr($call, 0, 500))[0];
        }
    }
}
$page = file_get_contents(ROOT . '/docs/troubleshooting.md');
preg_match_all('/^### .*$/m', $page, $headings);
preg_match_all('/`([^`]+)`/', implode("\n", $headings[0]), $quotes);
preg_match_all('/^\| \d.*$/m', $page, $rows);
preg_match_all('/`([^`]+)`/', implode("\n", $rows[0]), $answers);
$answers = preg_grep('/ /', $answers[1]);    // the others are names of options

foreach ([...$quotes[1], ...$answers] as $quote) {
    if (preg_grep(pattern($quote), $all) === []) {
        echo "not in src/: $quote\n";
    }
}
foreach ($warned as $text) {
    foreach ($quotes[1] as $quote) {
        if (preg_match(pattern($quote), $text) && strlen(str_replace('…', '', $quote)) > 8) {
            continue 2;
        }
    }
    echo "not on the page: $text\n";
}
echo count($quotes[1]) > 70 && count($answers) > 15 && count($warned) > 20 ? 'done' : count($quotes[1]) . ' ' . count($answers) . ' ' . count($warned), "\n";
?>
--EXPECT--
done
