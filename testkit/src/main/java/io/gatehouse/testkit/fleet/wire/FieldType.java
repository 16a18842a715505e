package io.gatehouse.testkit.fleet.wire;

/** The value types that occur in sync v1. */
enum FieldType {
    STRING,
    BOOL,
    UINT32,
    INT32,
    DOUBLE,
    ENUM,
    MESSAGE
}
