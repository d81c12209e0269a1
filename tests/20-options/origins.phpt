--TEST--
SeatPush: options: allowed_origins is an array or a string of origins; an invalid one is refused and named
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([['https://a.example', 'self'], 'https://a.example, https://*.b.example', null, [], '', 'a.example', ['https://a.example/'], ['https://a.example', 5], '*', true] as $value) {
    try {
        echo json_encode($value), ': ';
        var_dump($server->set(['allowed_origins' => $value]));
    } catch (ValueError $e) {
        echo substr($e->getMessage(), strlen('SeatPush\Server::set(): Argument #1 ($settings) ')), "\n";
    }
}
?>
--EXPECT--
["https:\/\/a.example","self"]: bool(true)
"https:\/\/a.example, https:\/\/*.b.example": bool(true)
null: bool(true)
[]: must have "allowed_origins" as origins; "" is not one: write "https://a.example", "https://*.a.example" or "self"
"": must have "allowed_origins" as origins; "" is not one: write "https://a.example", "https://*.a.example" or "self"
"a.example": must have "allowed_origins" as origins; "a.example" is not one: write "https://a.example", "https://*.a.example" or "self"
["https:\/\/a.example\/"]: must have "allowed_origins" as origins; "https://a.example/" is not one: write "https://a.example", "https://*.a.example" or "self"
["https:\/\/a.example",5]: must have "allowed_origins" as origins; "(no string)" is not one: write "https://a.example", "https://*.a.example" or "self"
"*": must have "allowed_origins" as origins; "*" is not one: write "https://a.example", "https://*.a.example" or "self"
true: must have "allowed_origins" as an array or a string, bool given
