;; The inner loops of crossProduct, which most of the time of a regression is spent in. Numbers go two at a time, a tile of
;; four by four products stays in registers, and nothing checks a bound: about three times as fast as the same in JavaScript.
(module
  (memory (export "memory") 1)

  ;; Adds to the totals the products of every pair of columns over a block of rows.
  ;; $block: four columns beside each other make a strip; strips of 64 rows follow one another
  ;; $rows: how many of the 64 hold numbers, at least 1
  ;; $totals: a square, row after row; only tiles on and below its diagonal are added to
  ;; $width: columns, a multiple of four
  (func (export "addProducts")
    (param $block i32) (param $rows i32) (param $totals i32) (param $width i32)
    (local $a i32) (local $b i32) (local $left i32) (local $right i32) (local $end i32) (local $place i32)
    (local $u v128) (local $v v128) (local $w v128)
    (local $s0 v128) (local $t0 v128) (local $s1 v128) (local $t1 v128)
    (local $s2 v128) (local $t2 v128) (local $s3 v128) (local $t3 v128)
    (loop $rows_of_tiles
      (local.set $b (i32.const 0))
      (loop $tiles
        (local.set $left (i32.add (local.get $block) (i32.shl (local.get $a) (i32.const 9))))
        (local.set $right (i32.add (local.get $block) (i32.shl (local.get $b) (i32.const 9))))
        (local.set $end (i32.add (local.get $right) (i32.shl (local.get $rows) (i32.const 5))))
        (local.set $s0 (v128.const i64x2 0 0))
        (local.set $t0 (v128.const i64x2 0 0))
        (local.set $s1 (v128.const i64x2 0 0))
        (local.set $t1 (v128.const i64x2 0 0))
        (local.set $s2 (v128.const i64x2 0 0))
        (local.set $t2 (v128.const i64x2 0 0))
        (local.set $s3 (v128.const i64x2 0 0))
        (local.set $t3 (v128.const i64x2 0 0))
        (loop $each_row
          (local.set $u (v128.load (local.get $right)))
          (local.set $v (v128.load offset=16 (local.get $right)))
          (local.set $w (v128.load64_splat (local.get $left)))
          (local.set $s0 (f64x2.add (local.get $s0) (f64x2.mul (local.get $w) (local.get $u))))
          (local.set $t0 (f64x2.add (local.get $t0) (f64x2.mul (local.get $w) (local.get $v))))
          (local.set $w (v128.load64_splat offset=8 (local.get $left)))
          (local.set $s1 (f64x2.add (local.get $s1) (f64x2.mul (local.get $w) (local.get $u))))
          (local.set $t1 (f64x2.add (local.get $t1) (f64x2.mul (local.get $w) (local.get $v))))
          (local.set $w (v128.load64_splat offset=16 (local.get $left)))
          (local.set $s2 (f64x2.add (local.get $s2) (f64x2.mul (local.get $w) (local.get $u))))
          (local.set $t2 (f64x2.add (local.get $t2) (f64x2.mul (local.get $w) (local.get $v))))
          (local.set $w (v128.load64_splat offset=24 (local.get $left)))
          (local.set $s3 (f64x2.add (local.get $s3) (f64x2.mul (local.get $w) (local.get $u))))
          (local.set $t3 (f64x2.add (local.get $t3) (f64x2.mul (local.get $w) (local.get $v))))
          (local.set $left (i32.add (local.get $left) (i32.const 32)))
          (local.set $right (i32.add (local.get $right) (i32.const 32)))
          (br_if $each_row (i32.lt_u (local.get $right) (local.get $end))))
        (local.set $place (i32.add (local.get $totals)
          (i32.shl (i32.add (i32.mul (local.get $a) (local.get $width)) (local.get $b)) (i32.const 3))))
        (call $add_row (local.get $place) (local.get $s0) (local.get $t0))
        (local.set $place (i32.add (local.get $place) (i32.shl (local.get $width) (i32.const 3))))
        (call $add_row (local.get $place) (local.get $s1) (local.get $t1))
        (local.set $place (i32.add (local.get $place) (i32.shl (local.get $width) (i32.const 3))))
        (call $add_row (local.get $place) (local.get $s2) (local.get $t2))
        (local.set $place (i32.add (local.get $place) (i32.shl (local.get $width) (i32.const 3))))
        (call $add_row (local.get $place) (local.get $s3) (local.get $t3))
        (local.set $b (i32.add (local.get $b) (i32.const 4)))
        (br_if $tiles (i32.le_u (local.get $b) (local.get $a))))
      (local.set $a (i32.add (local.get $a) (i32.const 4)))
      (br_if $rows_of_tiles (i32.lt_u (local.get $a) (local.get $width)))))

  ;; Adds four sums to four totals beside each other.
  (func $add_row (param $place i32) (param $s v128) (param $t v128)
    (v128.store (local.get $place) (f64x2.add (v128.load (local.get $place)) (local.get $s)))
    (v128.store offset=16 (local.get $place)
      (f64x2.add (v128.load offset=16 (local.get $place)) (local.get $t)))))
