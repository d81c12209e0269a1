--TEST--
SeatPush: load: classes and methods are those of the stub
--EXTENSIONS--
seatpush
--FILE--
<?php
$stub = file_get_contents(__DIR__ . '/../../stubs/seatpush.stub.php');
preg_match_all('/^(?:final )?class (\w+)|^    public (?:static )?function (\w+)\(/m', $stub, $lines, PREG_SET_ORDER);
$said = $is = [];
foreach ($lines as $line) {
    if (isset($line[2])) {
        $said[] = "$class::$line[2]";
    } else {
        $class = $line[1];
    }
}
foreach ((new ReflectionExtension('seatpush'))->getClasses() as $class) {
    foreach ($class->getMethods(ReflectionMethod::IS_PUBLIC) as $method) {
        if ($method->class === $class->name) {
            $is[] = $class->getShortName() . '::' . $method->name;
        }
    }
}
sort($said);
sort($is);
var_dump(count($said) > 80, array_diff($said, $is), array_diff($is, $said));
?>
--EXPECT--
bool(true)
array(0) {
}
array(0) {
}
