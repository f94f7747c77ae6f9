;; Dot products of one query with many rows of one memory, 16 floats at a time in four sums of four lanes.
;; Compiled into dot-products.wasm beside it; vector-table.test.ts proves that the two belong together.
;;
;; All addresses are bytes, `stride` is the bytes of a row and a multiple of 16, rows lie at address 0 and up.
(module
  (memory (import "table" "memory") 1)

  (func $dot (param $row i32) (param $query i32) (param $stride i32) (result f32)
    (local $end i32)
    (local $whole i32)
    (local $a v128)
    (local $b v128)
    (local $c v128)
    (local $d v128)
    (local.set $end (i32.add (local.get $row) (local.get $stride)))
    (local.set $whole (i32.add (local.get $row) (i32.and (local.get $stride) (i32.const -64))))
    (block $four_done
      (loop $four
        (br_if $four_done (i32.ge_u (local.get $row) (local.get $whole)))
        (local.set $a (f32x4.add (local.get $a)
          (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $query)))))
        (local.set $b (f32x4.add (local.get $b)
          (f32x4.mul (v128.load offset=16 (local.get $row)) (v128.load offset=16 (local.get $query)))))
        (local.set $c (f32x4.add (local.get $c)
          (f32x4.mul (v128.load offset=32 (local.get $row)) (v128.load offset=32 (local.get $query)))))
        (local.set $d (f32x4.add (local.get $d)
          (f32x4.mul (v128.load offset=48 (local.get $row)) (v128.load offset=48 (local.get $query)))))
        (local.set $row (i32.add (local.get $row) (i32.const 64)))
        (local.set $query (i32.add (local.get $query) (i32.const 64)))
        (br $four)))
    (block $rest_done
      (loop $rest
        (br_if $rest_done (i32.ge_u (local.get $row) (local.get $end)))
        (local.set $a (f32x4.add (local.get $a)
          (f32x4.mul (v128.load (local.get $row)) (v128.load (local.get $query)))))
        (local.set $row (i32.add (local.get $row) (i32.const 16)))
        (local.set $query (i32.add (local.get $query) (i32.const 16)))
        (br $rest)))
    (local.set $a (f32x4.add
      (f32x4.add (local.get $a) (local.get $b))
      (f32x4.add (local.get $c) (local.get $d))))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $a)) (f32x4.extract_lane 1 (local.get $a)))
      (f32.add (f32x4.extract_lane 2 (local.get $a)) (f32x4.extract_lane 3 (local.get $a)))))

  ;; `count` rows from number `first` on; one f32 for each goes to `out`.
  (func (export "ofRun")
    (param $first i32) (param $count i32) (param $stride i32) (param $query i32) (param $out i32)
    (local $row i32)
    (local $end i32)
    (local.set $row (i32.mul (local.get $first) (local.get $stride)))
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (f32.store (local.get $out) (call $dot (local.get $row) (local.get $query) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (local.get $stride)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $next))))

  ;; `count` rows whose numbers (u32) lie at `list`; one f32 for each goes to `out`.
  (func (export "ofList")
    (param $list i32) (param $count i32) (param $stride i32) (param $query i32) (param $out i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $out) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $out) (local.get $end)))
        (f32.store (local.get $out)
          (call $dot
            (i32.mul (i32.load (local.get $list)) (local.get $stride))
            (local.get $query)
            (local.get $stride)))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (br $next)))))
