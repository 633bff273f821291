//! A register of believable size, the same on every machine.

const WORDS: &str = "customer database access review skipped backup restore never tested supplier \
    contract lacks annex privileged account shared by the night shift patches wait for a quarterly \
    window logs kept seven days only laptop without disk encryption phishing of staff who approve \
    payments removable media not blocked changes go live without second pair of eyes test data copied \
    from production key management beside the data visitors not escorted one person knows the process";

/// Marsaglia's xorshift.
struct Rng(u64);

impl Rng {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % limit
    }

    fn words(&mut self, words: &[&str], count: u64) -> String {
        let words: Vec<&str> = (0..count)
            .filter_map(|_| words.get(self.below(words.len() as u64) as usize))
            .copied()
            .collect();
        words.join(" ")
    }
}

/// Each risk's text starts differently with another `salt`.
pub fn risks(count: usize) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut rng = Rng(27001);
    let mut out = String::from(
        "#![enable(implicit_some)]\n// the register\n\nRisks(\n    schema: 1,\n    risks: [\n",
    );
    for n in 1..=count {
        if n % 50 == 0 {
            out += "        // --- reviewed with the team up to here\n\n";
        }
        let (title, cause) = (rng.words(&words, 6), rng.words(&words, 18));
        let (event, consequences) = (rng.words(&words, 10), rng.words(&words, 12));
        let (l, c) = (rng.below(5) + 1, rng.below(5) + 1);
        out += &format!(
            "        (\n            id: \"R-{n:05}\",\n            title: \"{title}\",\n            cause: \"{cause}\",\n            \
             event: \"{event}\",\n            consequences: \"{consequences}\",\n            category: \"category {}\",\n            \
             properties: [Confidentiality, Integrity],\n            owner: \"person{}\",\n            \
             identified: \"2025-0{}-1{}\",\n            assessed: \"2026-0{}-1{}\", // with the owner\n            \
             likelihood: {l},\n            consequence: {c},\n            existing: [\"8.{}\", \"5.{}\"],\n            \
             treatment: Modify,\n            controls: [\"8.{}\", \"5.{}\", \"6.{}\"],\n            \
             residual_likelihood: {},\n            residual_consequence: {},\n        ),\n",
            n % 12,
            n % 9,
            n % 9 + 1,
            n % 10,
            n % 9 + 1,
            n % 10,
            n % 34 + 1,
            n % 37 + 1,
            n % 34 + 1,
            n % 37 + 1,
            n % 8 + 1,
            l.min(2),
            c.min(3),
        );
    }
    out += "    ],\n)\n";
    out
}
