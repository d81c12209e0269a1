--TEST--
docs/from-swoole.md: each name of Swoole's is on the page, there or not as the page says; and no other
--EXTENSIONS--
seatpush
--INI--
seatpush.swoole_aliases=1
--FILE--
<?php
$names = require __DIR__ . '/swoole-names.inc';
$page = file_get_contents(__DIR__ . '/../../docs/from-swoole.md');
preg_match('/^## Methods$(.*?)^## Events$(.*?)^## Options$(.*?)^## Constants.*?$(.*?)^## What to/ms', $page, $part);
[, $methods, $events, $options, $others] = $part;

/** What the tables say, by the names in their left column: is it there? */
function told(string $text, string $refused = 'not there'): array
{
    preg_match_all('/^\| (`.*?) \| (.*) \|$/m', $text, $rows, PREG_SET_ORDER);
    foreach ($rows as [, $left, $right]) {
        preg_match_all('/`([^`]+)`/', $left, $found);
        $told = array_fill_keys($found[1], !str_starts_with($right, $refused)) + ($told ?? []);
    }
    return $told ?? [];
}

function words(string $text): array
{
    return preg_split('/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY);
}

/** $says: true or false, or null for a name that the page does not have. */
function compare(string $what, ?bool $says, bool $is): void
{
    global $compared;
    $compared[] = $says === $is ? ($is ? 'there' : 'absent') : print("$what is " . ($is ? 'there' : 'absent') . ', the page: ' . match ($says) { null => 'nothing', true => 'there', false => 'not there' } . "\n");
}

function is_member(string $class, string $name): bool
{
    return match (true) {
        !class_exists($class) => false,
        str_ends_with($name, '()') => method_exists($class, substr($name, 0, -2)),
        $name[0] === '$' => property_exists($class, substr($name, 1)),
        default => defined("$class::$name"),
    };
}

// Members, by the page's headings.
$classes = [];
foreach ($names['members'] as $class => [$heading, $members]) {
    $classes[$heading][] = $class;
}
foreach (preg_split('/^### /m', $methods) as $section) {
    [$heading, $text] = explode("\n", $section, 2) + ['', ''];
    preg_match('/^Properties: .*/m', $text, $line);
    preg_match_all('/`(\$\w+)`/', $line[0] ?? '', $found);
    $told[$heading] = told($text) + array_fill_keys($found[1], true);
    foreach ($told[$heading] as $name => $says) {
        $is = array_filter($classes[$heading] ?? [], fn ($class) => is_member($class, $name));
        !isset($classes[$heading]) || compare("$heading: $name", $says, $is !== []);
    }
    preg_match_all('/\b[A-Z]+(?:_[A-Z]+)?\b/', $text, $found);
    $told[$heading] += array_fill_keys($found[0], true);    // constants of the class
}
$compared = [];
foreach ($names['members'] as $class => [$heading, $members]) {
    foreach (words($members) as $name) {
        compare("$class: $name", $told[$heading][$name] ?? null, is_member($class, $name));
    }
}

// Events: on() takes them or refuses them.
$server = new Swoole\WebSocket\Server('127.0.0.1', 0);
$told = told($events, 'refused');
foreach ([...words($names['events']), ...array_keys($told)] as $name) {
    try {
        $is = $server->on($name, fn () => 1);
    } catch (ValueError) {
        $is = false;
    }
    compare("event $name", $told[$name] ?? null, $is);
}
$server = null;    // that start() is not called is no mistake here

// Options: the other page has those that set() knows.
preg_match_all('/`(\w+)`/', file_get_contents(__DIR__ . '/../../docs/options.md'), $known);
preg_match('/^- These are unknown.*/m', $options, $line);
preg_match_all('/`(\w+)`/', $line[0], $unknown);
$told = array_fill_keys($unknown[1], false) + array_fill_keys($known[1], true);
foreach ([...words($names['options']), ...$unknown[1]] as $name) {
    compare("option $name", $told[$name] ?? null, defined('Swoole\Constant::OPTION_' . strtoupper($name)));
}

// Classes and functions: `Swoole\Thread\...` and `swoole_event_*()` stand for all that begin so.
$absent = array_filter(told($others), fn ($says) => !$says);
preg_match_all('/`((?:\w+\\\\)*\w+(?:\(\))?)`/', $others, $found);
$told = $absent + array_fill_keys($found[1], true);
$says = function (string $name) use ($told) {
    foreach ($told as $pattern => $says) {
        if (preg_match('/^(.*)(?:\\\\\.\.\.|\*\(\))$/', $pattern, $match) && str_starts_with($name, $match[1])) {
            $by_pattern = $says;
        }
    }
    return $told[$name] ?? $by_pattern ?? null;
};
$swooles = preg_grep('/^SWOOLE_|^swoole_|^Swoole\\\\|^(?:go|co)\(/', $found[1]);
foreach ([...words($names['classes']), ...words($names['functions']), ...$swooles] as $name) {
    compare($name, $says($name), match (true) {
        str_ends_with($name, '()') => function_exists(substr($name, 0, -2)),
        str_starts_with($name, 'SWOOLE_') => defined($name),
        default => class_exists($name) || interface_exists($name),
    });
}
echo count($compared) > 700 ? 'compared' : count($compared), "\n";
?>
--EXPECT--
compared
