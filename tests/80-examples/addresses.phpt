--TEST--
The pages of examples and documentation make their WebSocket's address from their own, so that they work behind TLS
--FILE--
<?php
$root = __DIR__ . '/../..';
foreach (['README.md', 'docs/*.md', 'examples/*/*', 'examples/*/*/*'] as $pattern) {
    foreach (array_filter(glob("$root/$pattern"), 'is_file') as $file) {
        foreach (file($file) as $i => $line) {
            if (str_contains($line, 'new WebSocket(') && !str_contains($line, "new WebSocket(location.origin.replace(/^http/, 'ws')") && !preg_match("~new WebSocket\(('\.\.\.|url)~", $line)) {
                echo substr($file, strlen($root) + 1), ':', $i + 1, ': ', trim($line), "\n";
            }
        }
    }
}
?>
done
--EXPECT--
done
