export { employeeSession, technicianSession } from '../../mock/data.mjs';
