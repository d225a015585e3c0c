import * as z from 'zod';

// The page's policy (CSP) forbids `new Function`, which zod would try, and be reported for, when the first schema is
// made. So this file is imported before every other.
z.config({ jitless: true });
