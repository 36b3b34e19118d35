;; Finds signs in UTF-8, sixteen bytes at a time, and writes where each stands in the same text in UTF-16.
(module
  ;; The text from 0 on, with sixteen more bytes that can be read; the places from 262144 on.
  (memory (export "memory") 8)

  ;; Returns where in memory the places end. Each is four bytes: 256 times the offset in the text, plus the sign.
  (func (export "find") (param $length i32) (param $delimiter i32) (param $quote i32) (result i32)
    (local $at i32)
    (local $place i32)
    ;; How many more bytes than UTF-16 code units there were thus far.
    (local $surplus i32)
    (local $bytes v128)
    ;; One bit for each of the sixteen bytes: a sign; not the first byte of a character; the first byte of two units.
    (local $signs i32)
    (local $further i32)
    (local $double i32)
    (local $bit i32)
    (local $before i32)
    (local.set $place (i32.const 262144))
    (block $done
      (loop $sixteen
        (br_if $done (i32.ge_u (local.get $at) (local.get $length)))
        (local.set $bytes (v128.load (local.get $at)))
        (local.set $signs
          (i8x16.bitmask
            (v128.or
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $delimiter)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $quote))))
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 10)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 13)))))))
        (local.set $further
          (i8x16.bitmask (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 0xc0)))))
        (local.set $double
          (i8x16.bitmask (i8x16.ge_u (local.get $bytes) (i8x16.splat (i32.const 0xf0)))))
        (block $noMore
          (loop $sign
            (br_if $noMore (i32.eqz (local.get $signs)))
            (local.set $bit (i32.ctz (local.get $signs)))
            (local.set $before (i32.sub (i32.shl (i32.const 1) (local.get $bit)) (i32.const 1)))
            (local.set $bit (i32.add (local.get $bit) (local.get $at)))
            (i32.store (local.get $place)
              (i32.or
                (i32.shl
                  (i32.sub
                    (i32.add
                      (i32.sub (local.get $bit) (local.get $surplus))
                      (i32.popcnt (i32.and (local.get $double) (local.get $before))))
                    (i32.popcnt (i32.and (local.get $further) (local.get $before))))
                  (i32.const 8))
                (i32.load8_u (local.get $bit))))
            (local.set $place (i32.add (local.get $place) (i32.const 4)))
            (local.set $signs (i32.and (local.get $signs) (i32.sub (local.get $signs) (i32.const 1))))
            (br $sign)))
        (local.set $surplus
          (i32.sub
            (i32.add (local.get $surplus) (i32.popcnt (local.get $further)))
            (i32.popcnt (local.get $double))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $sixteen)))
    (local.get $place))
)
