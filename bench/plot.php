<?php
/*
 * The table as a picture: an SVG with a panel a scenario and a bar a server. A bar ends at the median,
 * the thin line goes from the lowest round to the highest, and the dashed one is the limit's median.
 */
const PLOT_WIDTH = 900;
const PLOT_NAMES = 190; // to the left of the bars
const PLOT_FIGURES = 130; // to the right of them
const PLOT_ROW = 24;

/** The step between two marks of the axis: 1, 2 or 5 times a power of ten, at most five in all. */
function plot_step(float $most): float
{
    $power = 10 ** floor(log10($most / 5));

    foreach ([1, 2, 5, 10] as $factor) {
        if ($most / ($factor * $power) <= 5) {
            return $factor * $power;
        }
    }
}

function plot_text(float $x, float $y, string $text, string $more = ''): string
{
    return sprintf("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>\n", $x, $y, $more,
        htmlspecialchars($text, ENT_XML1));
}

function plot_line(float $x1, float $y1, float $x2, float $y2, string $class): string
{
    return sprintf("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>\n",
        $x1, $y1, $x2, $y2, $class);
}

/** A mark of the axis, or a figure: no more digits than tell something. */
function plot_number(float $value): string
{
    return number_format($value, $value >= 100 || $value == floor($value) ? 0 : ($value >= 10 ? 1 : 2));
}

/** One panel. $bars: name => its values, a value a round. */
function plot_panel(float $top, string $title, array $bars): string
{
    $most = max(array_map('max', $bars));
    $most = $most > 0 ? $most : 1; // memory may have shrunk
    $scale = (PLOT_WIDTH - PLOT_NAMES - PLOT_FIGURES) / $most;
    $bottom = $top + 24 + count($bars) * PLOT_ROW;
    $text = plot_text(0, $top + 12, $title, 'class="title"');
    $y = $top + 24;

    for ($mark = 0, $step = plot_step($most); $mark <= $most; $mark += $step) {
        $x = PLOT_NAMES + $mark * $scale;
        $text .= plot_line($x, $top + 22, $x, $bottom, 'axis')
            . plot_text($x, $bottom + 12, plot_number($mark), 'class="mark" text-anchor="middle"');
    }
    foreach ($bars as $name => $values) {
        $middle = $y + PLOT_ROW / 2;
        $x = PLOT_NAMES + max(0, median($values)) * $scale;
        $class = str_starts_with($name, 'seatpush') ? 'own' : ($name === 'limit' ? 'limit' : 'peer');
        $text .= plot_text(PLOT_NAMES - 8, $middle + 4, $name, 'text-anchor="end"')
            . sprintf("<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>\n",
                PLOT_NAMES, $y + 4, max(1, $x - PLOT_NAMES), PLOT_ROW - 8, $class)
            . plot_line(PLOT_NAMES + max(0, min($values)) * $scale, $middle,
                PLOT_NAMES + max(0, ...$values) * $scale, $middle, 'spread')
            . plot_text(PLOT_NAMES + max(0, ...$values) * $scale + 6, $middle + 4, plot_number(median($values)));
        $y += PLOT_ROW;
    }
    if (isset($bars['limit'])) {
        $x = PLOT_NAMES + median($bars['limit']) * $scale;
        $text .= plot_line($x, $top + 22, $x, $bottom, 'floor');
    }
    return $text;
}

/** The whole picture. $panels: title => (name => values); without values there is no bar. */
function plot(array $panels): string
{
    $text = '';
    $top = 10;

    foreach ($panels as $title => $bars) {
        $bars = array_filter($bars);
        if ($bars) {
            $text .= plot_panel($top, $title, $bars);
            $top += 24 + count($bars) * PLOT_ROW + 36;
        }
    }
    return sprintf(<<<'SVG'
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 0 %d %d" width="%1$d" font-family="sans-serif" font-size="13">
        <style>
        text { fill: #222 } .title { font-weight: bold } .mark { font-size: 11px; fill: #777 }
        .own { fill: #c2410c } .peer { fill: #94a3b8 } .limit { fill: #475569 }
        .axis { stroke: #ddd } .spread { stroke: #111 } .floor { stroke: #475569; stroke-dasharray: 4 3 }
        </style>
        <rect x="-16" width="100%%" height="100%%" fill="#fff"/>

        SVG, PLOT_WIDTH + 32, $top) . $text . "</svg>\n";
}
