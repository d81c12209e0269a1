<?php error_reporting(E_ALL); use SeatPush\{Server,Response,Timer}; $s=new Server('127.0.0.1',0);
$s->on('Start',function($s){echo "PORT $s->port\n";}); $s->on('Close',function($s,$fd,$r,$c,$w){fprintf(STDERR,"Close reactor=$r code=$c $w\n");});
$s->on('Request',function($r,$p){$p->end('x');});
$s->set(['log_level'=>4]); class D{ function __construct(public $s){} function __destruct(){ for($i=0;$i<9;$i++) $this->s->after(1000000,fn()=>1); } }
$d=new D($s); $s->after(1000000,function() use($d){}); unset($d); $s->after(1000000,fn()=>1); Timer::clearAll(); 