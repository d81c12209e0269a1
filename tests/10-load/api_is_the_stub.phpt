--TEST--
SeatPush: load: classes, methods, their arguments, constants and properties are those of the stub
--EXTENSIONS--
seatpush
--FILE--
<?php
/* The stub is PHP: it is declared under another name, and both get the same description. */
const UNKNOWN = null;
$constants = [];
eval('?>' . str_replace(['namespace SeatPush;', "\n\\define("], ['namespace Stub;', "\n\\of_the_stub("], file_get_contents(__DIR__ . '/../../stubs/seatpush.stub.php')));

function of_the_stub(string $name, int $value): void
{
    $GLOBALS['constants'][$name] = $value;
}

function described(ReflectionClass $class): array
{
    $interfaces = $class->getInterfaceNames();
    sort($interfaces);
    $said = [$class->getModifiers() . ' ' . ($class->getParentClass() ?: null)?->name . ' ' . implode(' ', $interfaces)];
    foreach ($class->getMethods() as $method) {
        if ($method->class === $class->name) {
            $type = $method->getReturnType() ?? $method->getTentativeReturnType();
            $said[] = Reflection::getModifierNames($method->getModifiers())[0] . ($method->isStatic() ? ' static' : '') . " $method->name(" . implode(', ', array_map(
                fn ($of) => $of->getType() . ($of->isVariadic() ? ' ...$' : ' $') . $of->name . ($of->isDefaultValueAvailable() ? ' = ' . var_export($of->getDefaultValue(), true) : ''),
                $method->getParameters(),
            )) . "): $type";
        }
    }
    foreach ($class->getReflectionConstants() as $constant) {
        if ($constant->class === $class->name) {
            $said[] = "const $constant->name" . (in_array($constant->name, ['SOCK_TCP', 'SOCK_TCP6', 'SOCK_UNIX', 'SSL']) ? '' : ' = ' . $constant->getValue());
        }
    }
    foreach ($class->getProperties(ReflectionProperty::IS_PUBLIC) as $property) {
        if ($property->class === $class->name) {
            $said[] = $property->getType() . " $property->name = " . json_encode($property->getDefaultValue());
        }
    }
    sort($said);
    return str_replace('Stub\\', 'SeatPush\\', $said);
}

$facts = 0;
$classes = (new ReflectionExtension('seatpush'))->getClassNames();
foreach ($classes as $name) {
    $stub = described(new ReflectionClass(str_replace('SeatPush\\', 'Stub\\', $name)));
    $is = described(new ReflectionClass($name));
    $facts += count($is);
    foreach ([...array_diff($stub, $is), ...array_diff($is, $stub)] as $difference) {
        echo "$name: $difference\n";
    }
}
sort($classes);
echo implode(' ', str_replace('SeatPush\\', '', $classes)), "\n";
$is = array_filter(get_defined_constants(true)['seatpush'], fn ($name) => !str_contains($name, '\\'), ARRAY_FILTER_USE_KEY);
echo count($is), ' global constants', $is === $constants ? '' : ' differ: ' . json_encode([array_diff_assoc($is, $constants), array_diff_assoc($constants, $is)]), "\n";
echo $facts > 140 ? 'enough' : $facts, " facts\n";
var_dump(count($classes) === count(array_filter(get_declared_classes(), fn ($name) => str_starts_with($name, 'Stub\\'))));
?>
--EXPECT--
Atomic AtomicLong Barrier Channel Client ClientException CloseFrame ConnectionIterator Cookie Coroutine Exception Frame Lock Port Process Redis RedisException Registry Request Response Server StoppedException Table Task Timer TimerIterator WaitGroup
27 global constants
enough facts
bool(true)
