--TEST--
The documentation: PHP on a page is run by a test, the index has every page, links lead somewhere, the reference has every method
--EXTENSIONS--
seatpush
--SKIPIF--
<?php
if (!is_file(__DIR__ . '/../../tools/reference')) {
    die('skip not in a package: some pages are not there');
}
?>
--FILE--
<?php
require __DIR__ . '/docs.inc';

$pages = [];
foreach (['*.md', 'docs/*.md', 'bench/*.md', 'stubs/*.md', 'tests/*.md', 'examples/*/*.md'] as $pattern) {
    array_push($pages, ...array_map(fn ($file) => substr($file, strlen(PAGES) + 1), glob(PAGES . "/$pattern")));
}
$tests = implode(array_map('file_get_contents', glob(__DIR__ . '/*.phpt')));
$index = file_get_contents(PAGES . '/docs/README.md');

/** The anchor that GitHub makes from a heading; a repeated heading gets a number. */
function anchors(string $page): array
{
    preg_match_all('/^#+ (.+)$/m', preg_replace('/^```.*?^```$/ms', '', file_get_contents(PAGES . "/$page")), $headings);
    $seen = [];
    foreach ($headings[1] as $heading) {
        $anchor = str_replace(' ', '-', preg_replace('/[^\w\- ]/u', '', strtolower(preg_replace('/\[([^\]]*)\]\([^)]*\)/', '$1', $heading))));
        $anchors[] = $anchor . (isset($seen[$anchor]) ? "-$seen[$anchor]" : '');
        $seen[$anchor] = ($seen[$anchor] ?? 0) + 1;
    }
    return $anchors ?? [];
}


foreach ($pages as $page) {
    if (blocks($page) !== [] && !str_contains($tests, "page('$page', [") && !str_contains($tests, "/../../$page'")) {
        echo "$page: no test runs its PHP\n";
    }
    if (str_starts_with($page, 'docs/') && $page !== 'docs/README.md' && !str_contains($index, '](' . basename($page) . ')')) {
        echo "$page: not in docs/README.md\n";
    }
    $text = preg_replace(['/^```.*?^```$/ms', '/^    .*$/m', '/`[^`\n]*`/'], '', file_get_contents(PAGES . "/$page"));
    preg_match_all('/\]\(([^)\s]+)\)/', $text, $links);
    foreach ($links[1] as $link) {
        if (preg_match('~^https?://~', $link)) {
            continue;
        }
        [$file, $anchor] = explode('#', $link, 2) + [1 => ''];
        $target = $file === '' ? $page : substr((string) realpath(dirname(PAGES . "/$page") . "/$file"), strlen(realpath(PAGES)) + 1);
        if ($target === '' || !file_exists(PAGES . "/$target")) {
            echo "$page: there is no $file\n";
        } elseif ($anchor !== '' && !in_array($anchor, anchors($target), true)) {
            echo "$page: $target has no heading #$anchor\n";
        }
    }
}

$reference = file_get_contents(PAGES . '/docs/reference.md');
$methods = 0;
foreach ((new ReflectionExtension('seatpush'))->getClasses() as $class) {
    foreach (str_starts_with($class->name, 'SeatPush\\') && $class->name !== 'SeatPush\Unavailable' ? $class->getMethods(ReflectionMethod::IS_PUBLIC) : [] as $method) {
        if ($method->class === $class->name) {
            $methods++;
            str_contains($reference, "\n### {$class->getShortName()}::$method->name()\n") || print("reference.md: no $class->name::$method->name()\n");
        }
    }
}
echo $methods > 100 ? 'done' : "methods: $methods", "\n";
?>
--EXPECT--
done
