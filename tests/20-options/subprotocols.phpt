--TEST--
SeatPush: options: websocket_subprotocol is an array or a string of tokens; what is none is refused by name
--EXTENSIONS--
seatpush
--FILE--
<?php
$server = new SeatPush\Server('127.0.0.1', 0);
foreach ([['chat.v2', 'chat.v1'], 'chat, mqtt', null, false, [], '', 'a b', ["a\r\nX: y"], ['chat', 5], true] as $value) {
    try {
        echo json_encode($value), ': ';
        var_dump($server->set(['websocket_subprotocol' => $value]));
    } catch (ValueError $e) {
        echo json_encode(substr($e->getMessage(), strlen('SeatPush\Server::set(): Argument #1 ($settings) ')), JSON_UNESCAPED_SLASHES), "\n";
    }
}
?>
--EXPECT--
["chat.v2","chat.v1"]: bool(true)
"chat, mqtt": bool(true)
null: bool(true)
false: bool(true)
[]: bool(true)
"": bool(true)
"a b": "must have \"websocket_subprotocol\" as tokens; \"a b\" is not one: write letters, digits and any of !#$%&'*+-.^_`|~"
["a\r\nX: y"]: "must have \"websocket_subprotocol\" as tokens; \"a\r\nX: y\" is not one: write letters, digits and any of !#$%&'*+-.^_`|~"
["chat",5]: "must have \"websocket_subprotocol\" as tokens; \"(no string)\" is not one: write letters, digits and any of !#$%&'*+-.^_`|~"
true: "must have \"websocket_subprotocol\" as an array or a string, bool given"
