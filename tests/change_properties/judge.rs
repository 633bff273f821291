//! What must be true after every change, told by others than the code that made it.
use annexa::{
    isms::{At, File, Found, Isms, Kind, State},
    standard::Standard,
    text::{Tree, Value},
};
use std::ops::Range;

pub fn read(standard: &Standard, texts: &[(File, Option<String>)]) -> Isms {
    Isms::read(standard, |file| {
        let text = texts.iter().find(|(f, _)| *f == file).and_then(|(_, text)| text.as_ref());
        text.map_or(Found::Missing, |text| Found::Text(text.as_str().into()))
    })
}

/// The texts as they would be written.
pub fn texts(isms: &Isms) -> Vec<(File, Option<String>)> {
    let text = |file| {
        let register = isms.register(file);
        (register.state != State::Missing).then(|| register.text.to_string())
    };
    File::ALL.map(|file| (file, text(file))).to_vec()
}

/// The typed view is the one that a reading from scratch gives.
#[track_caller]
pub fn is_as_read_from_scratch(standard: &Standard, isms: &Isms) {
    let fresh = read(standard, &texts(isms));
    for file in File::ALL {
        assert_eq!(isms.register(file).state, fresh.register(file).state, "{}", file.name());
    }
    for kind in Kind::ALL {
        same_kind(isms, &fresh, kind);
    }
}

#[track_caller]
fn same_kind(isms: &Isms, fresh: &Isms, kind: Kind) {
    assert_eq!(isms.len(kind), fresh.len(kind), "rows of {kind:?}");
    for row in 0..fresh.len(kind) {
        let of = |isms: &Isms| {
            let values = (0..kind.fields().len()).map(|field| isms.value(kind, row, field));
            (
                isms.key(kind, row).map(str::to_string),
                isms.is_written(kind, row),
                isms.register(kind.file()).span(kind, row),
                isms.wrong(kind, row).to_vec(),
                values.collect::<Vec<_>>(),
            )
        };
        assert_eq!(of(isms), of(fresh), "{kind:?} {row}");
        let key = fresh.key(kind, row).unwrap();
        assert_eq!(isms.row(kind, key), Some(row), "{kind:?} {key}");
    }
}

/// What ron reads, with `Some` seen through, `None` fields left out, and variants (which ron's value
/// forgets) as units.
fn judged(value: &ron::Value) -> String {
    use ron::Value::*;
    match value {
        Option(Some(inner)) => judged(inner),
        Option(None) => "None".into(),
        Unit => "()".into(),
        Seq(items) => format!("[{}]", items.iter().map(judged).collect::<Vec<_>>().join(", ")),
        Map(map) => {
            let fields = map.iter().map(|(key, value)| (judged(key), judged(value)));
            let fields = fields.filter(|(_, value)| value != "None");
            let mut fields: Vec<_> = fields.map(|(k, v)| format!("{k}: {v}")).collect();
            fields.sort();
            format!("({})", fields.join(", "))
        }
        other => format!("{other:?}"),
    }
}

fn ron_value(src: &str) -> ron::Value {
    ron::from_str(&src.replace("\r\n", "\n"))
        .unwrap_or_else(|error| panic!("ron refuses: {error}\n{src}"))
}

/// ron reads the file, and finds that value in that field.
#[track_caller]
pub fn ron_finds(isms: &Isms, at: &At, field: &str, meant: &Value) {
    let register = isms.register(at.kind.file());
    let row = isms.row(at.kind, &at.key).unwrap();
    let ron::Value::Map(root) = ron_value(&register.text) else { panic!("no map") };
    let inside = |map: &ron::Map, key: &str| {
        let mut found = map.iter().filter(|(k, _)| **k == ron::Value::String(key.into()));
        found.next().map(|(_, value)| value.clone())
    };
    let mut record = inside(&root, at.kind.key()).unwrap();
    if let ron::Value::Seq(records) = &record {
        record = records[row].clone();
    }
    let found = match &record {
        ron::Value::Map(record) => inside(record, field),
        _ => None, // a record without fields
    };
    let found = found.map_or("None".to_string(), |value| judged(&value));
    let written = annexa::text::write(meant, "", "\n");
    assert_eq!(found, judged(&ron_value(&written)), "{at:?} {field}\n{}", register.text);
}

/// The bytes of a field, its name included (none if it is not there), and the bytes whose lines may
/// change: the field's, or those of a record that is written in a line.
pub fn field_span(isms: &Isms, at: &At, field: &str) -> Option<(Range<usize>, Range<usize>)> {
    let register = isms.register(at.kind.file());
    let row = isms.row(at.kind, &at.key)?;
    let span = register.span(at.kind, row)?;
    let piece = register.piece(at.kind, row)?;
    let tree = Tree::parse(piece).unwrap();
    let first = tree.fields(piece, tree.root()).next();
    let in_line = first.is_none_or(|(_, node)| !piece[..tree.span(node).start].contains('\n'));
    let gone = tree.field(piece, tree.root(), field).map_or(span.start..span.start, |node| {
        let value = tree.span(node);
        let name = piece[..value.start].rfind(field).unwrap();
        span.start + name..span.start + value.end
    });
    let lines = if in_line { span } else { gone.clone() };
    Some((gone, lines))
}

/// A variant may stand in quotes: as text they are the same.
pub fn plain(value: &Value) -> Value {
    match value {
        Value::Word(word) => Value::Text(word.clone()),
        Value::List(items) => Value::List(items.iter().map(plain).collect()),
        Value::Record(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), plain(value)));
            Value::Record(fields.collect())
        }
        other => other.clone(),
    }
}

/// A field that goes takes the remark behind it along.
pub fn with_remark(old: &str, field: Range<usize>) -> Range<usize> {
    let line = old[field.end..].lines().next().unwrap_or_default();
    let remark = line.trim_start_matches(',').trim_start().starts_with("//");
    let end = if remark { field.end + line.len() } else { field.end };
    field.start..end
}

/// Nothing of `old` outside the bytes that may go is missing in `new`, or in another order; each line
/// outside `lines` stands there, but for a comma.
#[track_caller]
pub fn the_rest_stays(old: &str, new: &str, may_go: Range<usize>, lines: Range<usize>) {
    let plain = |text: &str| text.replace(|c: char| c == ',' || c.is_whitespace(), "");
    let rest = plain(&old[..may_go.start]) + &plain(&old[may_go.end..]);
    let after = plain(new);
    let mut left = after.chars();
    assert!(rest.chars().all(|c| left.any(|found| found == c)), "{old}\n---\n{new}");
    let mut left = new.lines().map(plain);
    let mut at = 0;
    for line in old.split_inclusive('\n') {
        let span = at..at + line.len();
        at = span.end;
        let touched = lines.start < span.end && span.start < lines.end;
        let wanted = plain(line);
        if !touched && !wanted.is_empty() {
            assert!(left.any(|found| found == wanted), "{line:?} went\n{old}\n---\n{new}");
        }
    }
}
