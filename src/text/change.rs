//! Turning what stands there into what is meant, as little as possible at a time.
//!
//! Two passes, each of disjoint splices: first everything that is replaced or goes, then, on the text
//! after that, everything that comes. Doing both at once would let a new item land in a cut.
use super::align::{Kinship, Step, align};
use super::gap::{Row, indent_at, outer_indent};
use super::insert::spot;
use super::list::New;
use super::quote::quote;
use super::read::{means, read};
use super::remove::cut;
use super::splice::Splice;
use super::tree::{Node, Shape, Tree};
use super::value::Value;
use super::write::{Like, Pen};

/// Which pass this is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    /// Replace and cut.
    Cut,
    /// Insert.
    Grow,
}

/// One pass over one text.
pub(super) struct Changer<'a> {
    pub src: &'a str,
    pub tree: &'a Tree,
    pub pen: Pen<'a>,
    pub pass: Pass,
    pub splices: Vec<Splice>,
    /// Something is left for the other pass.
    pub left: bool,
}

/// The fields a record is to have.
pub(super) struct Wanted<'a> {
    pub fields: Vec<(&'a str, &'a Value)>,
    /// Fields that are not named go.
    pub only: bool,
    /// The order in which new ones are put.
    pub order: Vec<&'a str>,
}

impl<'a> Changer<'a> {
    pub fn new(src: &'a str, tree: &'a Tree, pass: Pass) -> Changer<'a> {
        let pen = Pen::of(src, tree);
        Changer { src, tree, pen, pass, splices: Vec::new(), left: false }
    }

    /// Makes the node mean the value.
    pub fn value(&mut self, node: Node, value: &Value) {
        if means(self.src, self.tree, node, value) {
            return;
        }
        let inner = self.tree.seen_through_some(self.src, node);
        match (self.tree.shape(inner), value) {
            (_, Value::Nothing) => self.replace(node, "None".to_owned()),
            (Shape::List, Value::List(items)) => self.list(inner, items),
            (Shape::Struct | Shape::Unit, Value::Record(fields)) => {
                let wanted = Wanted {
                    fields: fields.iter().map(|(name, value)| (name.as_str(), value)).collect(),
                    only: true,
                    order: fields.iter().map(|(name, _)| name.as_str()).collect(),
                };
                self.record(inner, &wanted);
            }
            (Shape::Text | Shape::RawText, Value::Text(text) | Value::Word(text)) => {
                let old = self.tree.slice(self.src, inner);
                self.replace(inner, quote(Some(old), text, self.pen.newline));
            }
            _ => {
                let text = self.instead(node, inner, value);
                self.replace(inner, text);
            }
        }
    }

    /// What stands where `node` stood; `Some(...)` where the file writes it for `None`.
    fn instead(&self, node: Node, inner: Node, value: &Value) -> String {
        let indent = outer_indent(self.src, self.tree.span(inner).start);
        let like = |node| Like { src: self.src, tree: self.tree, node };
        if node != inner || !self.tree.is_none(self.src, node) {
            return self.pen.nested(value, Some(like(inner)), indent);
        }
        let field = self.tree.parent(node).filter(|at| self.tree.shape(*at) == Shape::Field);
        let record = field.and_then(|field| self.tree.parent(field));
        let name = field.map(|field| self.tree.field_name(self.src, field)).unwrap_or_default();
        let kin = record.and_then(|record| self.kin(record, name));
        let beside = || {
            record.is_some_and(|record| {
                let mut fields = self.tree.fields(self.src, record);
                fields.any(|(_, value)| self.tree.inside_some(self.src, value).is_some())
            })
        };
        let text = self.pen.nested(value, kin, indent);
        if kin.is_none() && beside() { format!("Some({text})") } else { text }
    }

    fn replace(&mut self, node: Node, text: String) {
        let span = self.tree.span(node);
        self.splices.push(Splice { start: span.start, end: span.end, text });
    }

    fn list(&mut self, list: Node, items: &[Value]) {
        let row = Row::new(self.src, self.tree, list);
        let old: Vec<Value> =
            row.items.iter().map(|item| read(self.src, self.tree, *item)).collect();
        let steps = align(old.len(), items.len(), &Items { row: &row, old: &old, new: items });
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for step in steps {
            match step {
                Step::Pair(k, new) => {
                    if let (Some(item), Some(value)) = (row.items.get(k), items.get(new)) {
                        self.value(*item, value);
                    }
                }
                Step::Drop(k) => gone.push(k),
                Step::Add { before, new } => come.extend(items.get(new).map(|item| (before, item))),
            }
        }
        self.drop_items(&row, &gone, true);
        for group in come.chunk_by(|a, b| a.0 == b.0) {
            let Some((before, _)) = group.first() else { continue };
            let items: Vec<New> = group.iter().map(|(_, item)| New::Value(item)).collect();
            self.add_items(&row, *before, &items);
        }
    }

    pub fn drop_items(&mut self, row: &Row, gone: &[usize], lead: bool) {
        self.left |= self.pass == Pass::Grow && !gone.is_empty();
        if self.pass == Pass::Cut {
            for run in gone.chunk_by(|a, b| a + 1 == *b) {
                if let (Some(first), Some(last)) = (run.first(), run.last()) {
                    self.splices.extend(cut(row, *first, *last, lead));
                }
            }
        }
    }

    /// New items before item `k`, written like their neighbour.
    pub fn add_items(&mut self, row: &Row, k: usize, items: &[New]) {
        if self.pass == Pass::Cut {
            self.left = true;
            return;
        }
        let neighbour = row.items.get(k.saturating_sub(1)).or(row.items.last());
        let like = neighbour.map(|node| Like { src: self.src, tree: self.tree, node: *node });
        let root = on_top(self.src, self.tree, row.node);
        let roomy = items.iter().any(|item| match item {
            New::Text(text) => root || text.contains('\n'),
            New::Value(item) => {
                let record = matches!(item, Value::Record(_));
                let flat = self.pen.flat(item, like);
                record && (root || flat.len() > 60 || flat.contains('\n'))
            }
        });
        let spot = spot(row, k, &self.pen, roomy);
        let write = |item: &New| match (item, spot.own_line, like) {
            (New::Text(text), ..) => (*text).to_owned(),
            (New::Value(item), false, None) => self.pen.flat(item, like),
            (New::Value(item), ..) if !root && like.is_none() && !roomy => {
                self.pen.flat(item, like)
            }
            (New::Value(item), ..) => self.pen.value(item, like, &spot.indent),
        };
        let texts: Vec<String> = items.iter().map(write).collect();
        self.splices.extend(spot.fill(&texts));
    }

    /// Makes a record have the wanted fields.
    pub fn record(&mut self, record: Node, wanted: &Wanted) {
        let row = Row::new(self.src, self.tree, record);
        let names: Vec<(&str, Node)> = self.tree.fields(self.src, record).collect();
        let mut gone = Vec::new();
        for (k, (name, node)) in names.iter().enumerate() {
            match wanted.fields.iter().find(|(field, _)| field == name) {
                Some((_, value)) if means(self.src, self.tree, *node, value) => {}
                Some((_, Value::Nothing)) => gone.push(k),
                Some((_, value)) => self.value(*node, value),
                None if wanted.only && !means(self.src, self.tree, *node, &Value::Nothing) => {
                    gone.push(k);
                }
                None => {}
            }
        }
        self.drop_items(&row, &gone, false);
        let there = |name: &str| names.iter().position(|(found, _)| *found == name);
        let mut come: Vec<(usize, &str, &Value)> = Vec::new();
        for (name, value) in &wanted.fields {
            if there(name).is_none() && !matches!(value, Value::Nothing) {
                come.push((place(name, &wanted.order, names.len(), there), name, value));
            }
        }
        come.sort_by_key(|(k, ..)| *k);
        for group in come.chunk_by(|a, b| a.0 == b.0) {
            self.add_fields(&row, record, group);
        }
    }

    fn add_fields(&mut self, row: &Row, record: Node, group: &[(usize, &str, &Value)]) {
        if self.pass == Pass::Cut {
            self.left = true;
            return;
        }
        let Some((k, ..)) = group.first() else { return };
        let spot = spot(row, *k, &self.pen, false);
        let top = spot.own_line && is_document(self.src, self.tree, record);
        let write = |(_, name, value): &(usize, &str, &Value)| {
            let like = self.kin(record, name);
            self.pen.field(name, value, like, &spot.indent, top)
        };
        let texts: Vec<String> = group.iter().map(write).collect();
        self.splices.extend(spot.fill(&texts));
    }

    /// A field of that name in a record beside this one, to copy its manner from.
    fn kin(&self, record: Node, name: &str) -> Option<Like<'a>> {
        let mut around = self.tree.parent(record)?;
        while self.tree.inside_some(self.src, around).is_some() {
            around = self.tree.parent(around)?;
        }
        let records = self.tree.children(around).filter(|node| *node != record).take(100);
        let mut fields = records.filter_map(|node| {
            let node = self.tree.seen_through_some(self.src, node);
            let list = self.tree.shape(around) == Shape::List;
            list.then(|| self.tree.field(self.src, node, name)).flatten()
        });
        let node = fields.find(|node| !self.tree.is_none(self.src, *node))?;
        Some(Like { src: self.src, tree: self.tree, node })
    }
}

/// Whether a list is a document's or one of its fields': then each record in it gets its lines.
pub(super) fn on_top(src: &str, tree: &Tree, list: Node) -> bool {
    let field = tree.parent(list).filter(|node| tree.shape(*node) == Shape::Field);
    let around = field.and_then(|field| tree.parent(field));
    list == tree.root() || around.is_some_and(|record| is_document(src, tree, record))
}

/// Whether a record is a whole file's and not a piece: its closing bracket is not indented.
fn is_document(src: &str, tree: &Tree, record: Node) -> bool {
    let row = Row::new(src, tree, record);
    record == tree.root() && row.broken() && indent_at(src, row.close).is_empty()
}

/// Before which field a new one goes: after the nearest earlier one in the order.
fn place(name: &str, order: &[&str], len: usize, there: impl Fn(&str) -> Option<usize>) -> usize {
    match order.iter().position(|listed| *listed == name) {
        Some(at) => order.iter().take(at).rev().find_map(|name| there(name)).map_or(0, |k| k + 1),
        None => len,
    }
}

struct Items<'a> {
    row: &'a Row<'a>,
    old: &'a [Value],
    new: &'a [Value],
}

impl Kinship for Items<'_> {
    fn same(&self, old: usize, new: usize) -> bool {
        let (Some(was), Some(is)) = (self.old.get(old), self.new.get(new)) else { return false };
        let node = self.row.items.get(old);
        was == is || node.is_some_and(|node| means(self.row.src, self.row.tree, *node, is))
    }

    fn old_id(&self, old: usize) -> Option<&str> {
        self.old.get(old)?.id()
    }

    fn new_id(&self, new: usize) -> Option<&str> {
        self.new.get(new)?.id()
    }
}
